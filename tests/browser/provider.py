"""An identity provider on this machine, in a process of its own: `python tests/browser/provider.py PORT`."""

import sys

import jinja2
import oidc_provider_mock
import werkzeug.serving

ADDRESS = "127.0.0.1"
KIM, LEE, PAT = "kim@example.org", "lee@example.org", "pat@example.org"
PEOPLE = (
    oidc_provider_mock.User(sub=KIM, claims={"email": KIM, "email_verified": True}),
    oidc_provider_mock.User(sub=LEE, claims={"email": LEE, "email_verified": True}),
    oidc_provider_mock.User(sub=PAT, claims={"email": PAT, "groups": ["staff", "leads"]}),
)
# Its own base page asks another host for its looks, and this one for a sign.
BASE = "<!doctype html><title>Provider</title><link rel='icon' href='data:,'>{% block content %}{% endblock %}"


def serve(port: int) -> None:
    """Answer until ended; the people above are one click away."""
    app = oidc_provider_mock.app(user_claims=PEOPLE)
    own = [jinja2.DictLoader({"_base.html": BASE}), jinja2.PackageLoader("oidc_provider_mock")]
    app.jinja_env.loader = jinja2.ChoiceLoader(own)
    werkzeug.serving.run_simple(ADDRESS, port, app, threaded=True)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
