"""The look of every page: tokens as CSS; one layout for both screen sizes."""

from __future__ import annotations

CSS = """
:root{--ink:#1b2430;--label:#333e4c;--muted:#4f5a68;--rule:#c9d0d9;--stripe:#f4f6f9;--link:#1d70b8;--chosen:#e8f1f8;
--missed:#B3123F;--good:#00703C;--border:#7d8896}
[data-testid=stHeader]{height:3rem;min-height:3rem;background:#fff;border-bottom:1px solid var(--rule)}
[data-testid=stMainBlockContainer]{padding:3.4rem 24px 1.5rem;max-width:none}
[data-testid=stMainBlockContainer]>div{gap:.35rem}
[data-testid=stMain]{color:var(--ink);font-variant-numeric:tabular-nums}
[data-testid=stToolbar] [data-testid=stMainMenu],[data-testid=stStatusWidget]{display:none}
[data-testid=stSidebar],[data-testid=stExpandSidebarButton]{display:none}
h1,h2,h3{color:var(--ink);letter-spacing:0}
.ct h1,h1.ct{font-size:30px;line-height:36px;font-weight:600;margin:0;padding:0}
.ct h2,h2.ct{font-size:20px;line-height:28px;font-weight:600;margin:0;padding:0}
.ct h3{font-size:17px;line-height:24px;font-weight:600;margin:0;padding:0}
.ct{font-size:17px;line-height:26px;color:var(--ink)}
.ct .small{font-size:15px;line-height:20px}.ct.small{font-size:16px;line-height:22px}.ct .muted,.ct.muted{color:var(--muted)}
.ct p{margin:0 0 .35rem}.ct ul,.ct ol{margin:.2rem 0 .4rem;padding-left:1.3rem}
.ct a{color:var(--link)}
.st-key-top{position:fixed;top:7px;right:24px;z-index:999991;width:auto!important}
.st-key-top button,.st-key-top [data-baseweb=select]>div{min-height:34px;height:34px}
.st-key-filters button,.st-key-filters [data-baseweb=input],.st-key-filters input,.st-key-filters [data-testid=stTextInputRootElement]{min-height:34px;height:34px}
.st-key-top [data-testid=stSelectbox] label{display:none}.st-key-then button,.st-key-caption button{min-height:32px;height:32px}
.st-key-filters{align-items:center;gap:8px!important}
.st-key-filters [data-testid=stTextInput] label,.st-key-filters label[data-testid=stWidgetLabel]:has(+div input){margin:0}
@media (max-width:1500px){.st-key-filters{gap:5px!important}.st-key-filters button{padding:0 .45rem;font-size:15px}
.st-key-filters [data-testid=stElementContainer]:has(h1){position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.st-key-filters .stTextInput{min-width:110px}.st-key-w-key{display:block}}
@media (min-width:1500px){.st-key-w-key{display:none}}
.card{border:1px solid var(--rule);border-top:4px solid var(--ink);padding:16px 18px;min-height:318px;background:#fff;box-sizing:border-box}
.card.unread{background:var(--stripe);border-top-color:var(--border)}
.card .figures{display:flex;gap:26px;margin:.4rem 0 .6rem;padding-top:.5rem;border-top:1px solid #e3e8ee;flex-wrap:wrap}
.card .figures b{font-size:22px;font-weight:600;display:block;line-height:26px}
.strip{display:flex;border:1px solid var(--rule);height:28px;max-width:100%}
.strip span{flex:1 1 0;min-width:0;text-align:center;font-size:15px;line-height:28px;border-right:1px solid #fff;overflow:hidden}
.before{border-left:4px solid var(--muted);padding-left:10px;margin-top:.6rem}
.sign-missed{color:var(--missed)}.sign-good{color:var(--good)}
.dock{background:var(--stripe);border-top:3px solid var(--link);padding:10px 16px}
.dock-grid{display:grid;grid-template-columns:1.15fr .8fr 1.3fr .45fr;gap:28px}
@media (max-width:1400px){.dock-grid{grid-template-columns:1fr 1fr}}
.point{margin-bottom:.5rem}
.badge{display:inline-block;min-width:24px;padding:0 5px;border-radius:3px;font-weight:700;font-size:15px;line-height:22px;text-align:center;margin-right:6px;color:#fff}
.badge.M{background:var(--missed)}.badge.G{background:var(--good);border-radius:12px}.badge.X{background:var(--muted)}
.badge.inferred{background:#fff;border:2px solid currentColor;line-height:18px}
.badge.inferred.M{color:var(--missed)}.badge.inferred.G{color:var(--good)}.badge.inferred.X{color:var(--muted)}
.marking{background:var(--ink);color:#fff;padding:2px 24px;font-size:15px;position:fixed;bottom:0;left:0;right:0;z-index:999990}
.blank{position:fixed;inset:0;background:#e9edf1;z-index:999980}
.caption{background:var(--stripe);padding:4px 10px;font-size:16px;line-height:24px}
table.ct-table{border-collapse:collapse;width:100%;font-size:16px;line-height:22px}
table.ct-table th{text-align:left;border-bottom:2px solid var(--border);padding:5px 10px 5px 0;font-weight:600;vertical-align:bottom}
table.ct-table td{border-bottom:1px solid #e3e8ee;padding:5px 10px 5px 0;vertical-align:top}
:focus-visible{outline:3px solid var(--link)!important;outline-offset:1px}
.grid-wrap{overflow-x:auto}
.skip{position:absolute;left:-999px}
.note{color:var(--muted);font-size:15px;line-height:20px}
.tile{border:1px solid var(--rule);border-left-width:4px;padding:3px 7px;margin:2px 0;font-size:15px;line-height:19px;background:#fff;border-radius:2px}
.points-head{display:flex;gap:16px;align-items:baseline;flex-wrap:wrap}
.st-key-points{border-top:2px solid var(--ink)}.st-key-points,.st-key-points>div{gap:0!important}
[class*=st-key-row-]{position:relative;border-bottom:1px solid #e3e8ee;padding:7px 8px 8px 50px}
[class*=st-key-row-]:hover{background:var(--stripe)}
[class*=st-key-row-]:has(.point-more){background:var(--chosen)!important;outline:2px solid var(--link);outline-offset:-2px}
[class*=st-key-row-] .stButton,[class*=st-key-row-] [data-testid=stElementContainer]{position:static}
[class*=st-key-row-] .stButton button{min-height:24px;padding:0 205px 0 0;justify-content:flex-start;position:static}
[class*=st-key-row-] .stButton button>*{justify-content:flex-start;text-align:left;width:100%}
[class*=st-key-row-] .stButton button p{font-size:17px;font-weight:600;line-height:24px;color:var(--ink);text-align:left}
[class*=st-key-row-] .stButton button::after{content:"";position:absolute;inset:0}
.point-line,.point-more,.point-links{font-size:15px;line-height:20px}
.point-line{display:grid;grid-template-columns:1fr 190px;gap:12px;margin-top:-26px}.point-where{padding-top:26px}
.point-line .sign{position:absolute;left:9px;top:10px}
.point-more dl{display:grid;grid-template-columns:max-content 1fr;gap:5px 18px;margin:8px 0 6px;font-size:16px;line-height:22px}
[data-testid=stHtml] dl,[data-testid=stHtml] dt,[data-testid=stHtml] dd{margin-left:0!important;padding-left:0!important}.point-more dt{font-weight:600}.point-more dd{margin:0}
.st-key-events-of-point{position:relative}.st-key-events-of-point a{padding:1px 0;min-height:24px}
.st-key-events-of-point a p{color:var(--link)!important;font-size:15px;text-decoration:underline}
.sign{display:inline-block;position:relative;width:30px;height:30px;text-align:center;font-size:14px;font-weight:700;line-height:30px;color:#fff;vertical-align:middle}
.sign i{position:absolute;inset:0;background:currentColor}.sign i+i{inset:3px;background:#fff}
.sign span{position:relative}.sign.hollow span{color:inherit}.sign:not(.hollow) span{color:#fff}
.sign.M{color:var(--missed)}.sign.G{color:var(--good)}.sign.X{color:var(--muted)}.sign.M i{clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%)}
.sign.G i{clip-path:polygon(50% 0,64% 29%,98% 34%,74% 58%,79% 92%,50% 77%,21% 92%,26% 58%,2% 34%,36% 29%)}.sign.X i{inset:3px}.sign.X i+i{inset:5px}
.sign.G span{display:inline-block;width:20px;height:20px;line-height:20px;border-radius:10px;background:var(--good)}.sign.G.hollow i+i{inset:4px}
.sign.G.hollow span{background:#fff;line-height:18px;border:1px solid;box-sizing:border-box}
table.matrix-table th,table.matrix-table td{padding:4px 10px 4px 0;font-size:15px;line-height:20px}
table.matrix-table tbody th{border-bottom:1px solid #e3e8ee;white-space:nowrap}table.matrix-table td{white-space:nowrap}
.case-head{max-width:1180px}.case-grid{display:grid;grid-template-columns:1120fr 700fr;gap:32px;align-items:start}.case-grid section{margin-bottom:20px;min-width:0}
.case-grid>div{min-width:0}.case-pair{display:grid;grid-template-columns:1fr 1fr;gap:32px}.case-pair section{min-width:0}
@media (max-width:1399px){.case-grid{grid-template-columns:1fr}}@media (max-width:1000px){.case-pair{grid-template-columns:1fr;gap:0}}
table.case-table{font-size:15px;line-height:20px}table.case-table th{font-weight:600}table.case-table tbody th{border-bottom:1px solid #e3e8ee;vertical-align:top}
table.case-table.agencies tbody th{font-weight:400}table.findings{table-layout:fixed}table.findings th:nth-child(1){width:76px}table.findings th:nth-child(3){width:120px}table.findings th:nth-child(4){width:110px}
.case-grid dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:5px 18px;margin:4px 0 8px;font-size:16px;line-height:22px}
.case-grid dt{color:var(--muted)}.case-grid dd{margin:0}.case-grid h3{margin-top:8px!important}.case-grid details{font-size:15px;line-height:20px}
.case-grid summary{cursor:pointer;color:var(--link);width:max-content}.case-grid details{display:inline-block;margin-left:10px;vertical-align:top}.case-grid details[open]{display:block;margin-left:0}
table.agencies th:first-child{min-width:250px}table.agencies td:nth-child(2){min-width:150px}table.agencies td:nth-child(4){min-width:135px}.case-grid td ul{margin:0;padding-left:1.1rem}
.signs{display:inline-flex;flex-wrap:wrap;gap:2px}.signs .sign{width:26px;height:26px;line-height:26px}.signs .sign.G span{width:18px;height:18px;line-height:18px}
.st-key-seeing-head .ct p{margin:0}.st-key-seeing-head{flex-wrap:nowrap!important}.st-key-seeing-head>*{flex-shrink:0}.st-key-seeing-head>:first-child{flex-shrink:1;min-width:0}.st-key-seeing-head [data-testid=stWidgetLabel] p{font-size:15px}
table.seen-table{font-size:15px;line-height:20px;margin-bottom:4px}table.seen-table td,table.seen-table th{padding:5px 12px 5px 0}
table.seen-table ul{margin:0;padding-left:1.1rem}table.seen-table.attempts td:first-child,table.last-seen td:nth-child(3),table.clocks td:nth-child(6),table.last-seen td:nth-child(5){white-space:nowrap}
table.gaps td:nth-child(2){width:42%}table.gaps td:first-child{min-width:120px}table.attempts td:nth-child(2){min-width:110px}table.clocks td{min-width:72px}
.gap-bar{display:flex;align-items:center;min-height:28px}.gap-sure,.gap-may{height:22px;box-sizing:border-box;flex:none}
.gap-sure{background:#d5dbe3;border:1px solid #6b7684}.gap-may{border:1px dashed var(--muted);border-left:0;background:repeating-linear-gradient(135deg,#fff 0 6px,#8a95a3 6px 7px)}
.gap-words{padding-left:10px;white-space:nowrap}
.st-key-seeing-chosen{background:var(--stripe);border-top:3px solid var(--link);padding:8px 14px}
.knew-columns{display:flex;align-items:flex-end;border-bottom:2px solid var(--ink);margin-left:0}
.knew-columns span{box-sizing:content-box;flex:none;padding:0 4px 5px 8px;font-size:15px;line-height:19px;font-weight:600;overflow-wrap:break-word}
.st-key-knew{padding:0!important;gap:0!important}.st-key-knew [data-testid=stVerticalBlock]{gap:0}
.knew-key{font-size:15px;line-height:22px;display:flex;flex-wrap:wrap;gap:4px 26px;align-items:center;margin:8px 0 2px}
.knew-sign{display:inline-block;width:44px;height:18px;vertical-align:-4px;margin-right:8px;border:1.5px solid #0b4f7d;box-sizing:border-box;background:#fff}
.knew-sign.knows{background:#dbe7ef;border-top-width:5px}
.knew-sign.holds{background:linear-gradient(#0b4f7d,#0b4f7d) 0 0/50% 4px no-repeat #fff}
.knew-sign.cannot{border-color:var(--muted);background:repeating-linear-gradient(135deg,#8a95a3 0 1.5px,#fff 1.5px 6px)}
.knew-sign.untold{border:2px dashed var(--ink)}
.st-key-knew-cell{background:var(--stripe);border-top:3px solid var(--link);padding:10px 16px}
.knew-list{columns:2;column-gap:40px}.knew-list section{break-inside:avoid;margin-bottom:12px}
@media (max-width:1400px){.knew-list{columns:1}}
.ct.knew-end{border-top:1px solid var(--rule);padding-top:8px;margin-top:10px}
.st-key-point-filters [data-baseweb=select]>div{min-height:34px;height:34px}
@media (max-width:1500px){.st-key-point-filters .st-key-filters{flex-wrap:nowrap!important}}
.signs .sign{font-size:13px}.signs .sign.hollow{font-size:12px;letter-spacing:-.4px}.sign.hollow i+i{inset:2px}
"""
