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
.ct .small{font-size:15px;line-height:20px}.ct .muted{color:var(--muted)}
.ct p{margin:0 0 .35rem}.ct ul,.ct ol{margin:.2rem 0 .4rem;padding-left:1.3rem}
.ct a{color:var(--link)}
.st-key-top{position:fixed;top:7px;right:24px;z-index:999991;width:auto!important}
.st-key-top button,.st-key-top [data-baseweb=select]>div{min-height:34px;height:34px}
.st-key-filters button,.st-key-filters [data-baseweb=input],.st-key-filters input,.st-key-filters [data-testid=stTextInputRootElement]{min-height:34px;height:34px}
.st-key-top [data-testid=stSelectbox] label{display:none}.st-key-caption button{min-height:32px;height:32px}
.st-key-filters{align-items:center;gap:8px!important}
.st-key-filters [data-testid=stTextInput] label,.st-key-filters label[data-testid=stWidgetLabel]:has(+div input){margin:0}
@media (max-width:1500px){.st-key-filters{gap:5px!important}.st-key-filters button{padding:0 .45rem;font-size:15px}
.st-key-filters h1.ct{font-size:24px}.st-key-filters .stTextInput{min-width:110px}.st-key-w-key{display:block}}
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
"""
