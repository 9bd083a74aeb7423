"""The answers of the server that the dashboard's own tests are fed with: one small household, asked over the API."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import Fact
from transactions.models import Job
from transactions.services.jobs import job_run

FOLDER = Path(__file__).resolve().parents[2] / "frontend" / "src" / "testing" / "fixtures"
PASSWORD = "correct-horse-battery"
MONTH = "2025-09"
BUDGET_MONTH = "2025-09"
STATEMENT = """\
Booking date,Counterparty,Description,Amount,Currency
2025-08-28,Harbour Employer Ltd,Salary August,2850.00,EUR
2025-08-29,Lindenhof Property,Rent September,-980.00,EUR
2025-09-01,City Market,Card payment,-43.17,EUR
2025-09-03,City Market,Card payment,-28.64,EUR
2025-09-03,Corner Coffee,Card payment,-3.20,EUR
2025-09-03,Corner Coffee,Card payment,-3.20,EUR
2025-09-08,Northern Rail,Ticket,-39.90,EUR
2025-09-12,Streamhouse,Monthly subscription,-12.99,EUR
2025-09-15,Power and Light,Electricity,-74.50,EUR
2025-09-19,City Market,Card payment,-61.05,EUR
2025-09-22,Dr. Palmer,Dental,-120.00,EUR
2025-09-26,Harbour Employer Ltd,Salary September,2850.00,EUR
2025-09-29,Lindenhof Property,Rent October,-980.00,EUR
"""
BAD_LINES = """\
Booking date,Counterparty,Amount,Currency
2025-09-01,City Market,-12.00,EUR
2025-13-41,City Market,-13.00,EUR
2025-09-02,City Market,three,EUR
"""
# Every day could be a month, and nothing in the file says which.
OPEN_DAYS = """\
01/02/2025\tCorner Coffee\t4.20
03/02/2025\tCity Market\t38.15
05/04/2025\tNorthern Rail\t12.00
"""
# Begins on the day on which STATEMENT ends, with its last amount under another name.
NEXT_MONTH = """\
Booking date,Counterparty,Description,Amount,Currency
2025-09-29,Kestrel Insurance,Yearly premium,-980.00,EUR
2025-10-06,City Market,Card payment,-51.30,EUR
"""
QUESTIONS = {
    "ask-answer": "How much did I spend in 2025?",
    "ask-grouped": "Top 3 payees in 2025",
    "ask-refused": "How much did my neighbour spend?",
    "ask-series": "What recurring payments do I have?",
}
PICTURE = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


@dataclass
class Household:
    """Alice, signed in, with what she was answered by name of the fixture."""

    http: APIClient
    answers: dict[str, Any]

    def keep(self, name: str, method: str, path: str, status: int = 200, **sent: Any) -> Any:
        answer = getattr(self.http, method)(path, **sent)
        assert answer.status_code == status, (name, answer.content)
        self.answers[name] = json.loads(answer.content)
        return self.answers[name]

    def upload(self, name: str, file_name: str, data: bytes, status: int = 200) -> Any:
        body = {"file": SimpleUploadedFile(file_name, data)}
        return self.keep(name, "post", "/api/imports/", status, data=body, format="multipart")


def answers() -> dict[str, Any]:
    """Everything that the fixtures hold, from a database without users."""
    User.objects.create_user("alice@example.org", PASSWORD, display_name="Alice")
    home = Household(APIClient(), {})
    credentials = {"email": "alice@example.org", "password": PASSWORD}
    wrong = {**credentials, "password": "something else"}
    home.keep("sign-in-refused", "post", "/api/auth/token/", 401, data=wrong)
    pair = home.http.post("/api/auth/token/", credentials).json()
    home.http.credentials(HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    imported(home)
    reported(home)
    for name in ("accounts", "categories", "imports", "jobs", "reports", "rules", "transactions"):
        home.keep(name, "get", f"/api/{name}/")
    home.keep("summary", "get", "/api/summary/?start=2025-09-01&end=2025-09-30")
    home.keep("me", "get", "/api/auth/me/")
    told(home)
    reviewed(home)
    found(home)
    planned(home)
    return home.answers


def imported(home: Household) -> None:
    shown = home.upload("import-previewed", "household-september.csv", STATEMENT.encode())
    home.keep("import-committed", "post", f"/api/imports/{shown['id']}/commit/", 201)
    home.upload("import-with-errors", "two-bad-lines.csv", BAD_LINES.encode())
    home.upload("import-refused", "holiday.jpg", PICTURE, 400)
    home.http.post("/api/refresh/")
    work_off()


def told(home: Household) -> None:
    """A file that asks, read again with the answer, booked, and remembered."""
    shown = home.upload("import-asking", "export.txt", OPEN_DAYS.encode())
    path = f"/api/imports/{shown['id']}"
    said = {"overrides": {"date_order": "DMY", "columns": {"1": "counterparty"}}}
    home.keep("import-told", "post", f"{path}/preview/", data=said, format="json")
    home.http.post(f"{path}/commit/", said, format="json")
    home.keep("import-lines", "get", f"{path}/lines/")
    home.keep("import-rollback", "get", f"{path}/rollback/")
    home.keep("import-profiles", "get", "/api/import-profiles/")


def reviewed(home: Household) -> None:
    """A row that may be there already: booked, and asked about."""
    account = home.answers["import-committed"]["accounts"][0]["id"]
    body = {"file": SimpleUploadedFile("october.csv", NEXT_MONTH.encode()), "account": account, "commit": True}
    home.keep("import-reviewed", "post", "/api/imports/", 201, data=body, format="multipart")
    home.keep("duplicate-reviews", "get", "/api/duplicate-reviews/?status=open")


def reported(home: Household) -> None:
    asked = home.http.post("/api/reports/", {"month": MONTH}).json()
    work_off()
    report = home.keep("report", "get", f"/api/reports/{asked['id']}/")
    home.keep("report-schedule", "get", "/api/reports/schedule/")
    home.keep("report-document", "get", report["files"]["json"])
    for name, metric in (("fact-evidence", "net"), ("fact-evidence-ratio", "savings_rate")):
        fact = Fact.objects.get(metric=metric, period_start=f"{MONTH}-01")
        home.keep(name, "get", f"/api/facts/{fact.pk}/evidence/")


def asked(home: Household) -> None:
    """Questions that are answered, grouped, refused and pinned."""
    for name, question in QUESTIONS.items():
        home.keep(name, "post", "/api/ask/", data={"question": question}, format="json")
    home.http.post("/api/ask/pins/", {"question": QUESTIONS["ask-answer"]})
    home.keep("ask-pins", "get", "/api/ask/pins/")


def found(home: Household) -> None:
    """What the analysis says of a household with a longer past, under its own name: lists stay short that way."""
    User.objects.create_user("brook@example.org", PASSWORD, display_name="Brook")
    brook = Household(APIClient(), home.answers)
    pair = brook.http.post("/api/auth/token/", {"email": "brook@example.org", "password": PASSWORD}).json()
    brook.http.credentials(HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    body = {"file": SimpleUploadedFile("years.csv", years().encode()), "commit": True}
    assert brook.http.post("/api/imports/", body, format="multipart").status_code == 201
    categorised(brook)
    brook.http.post("/api/refresh/")
    work_off()
    for name, query in FINDINGS.items():
        brook.keep(name, "get", f"/api/{name}/{query}")
    brook.keep("bills-overview", "get", "/api/bills/overview/?days=62")
    asked(brook)
    shorten(brook.answers["forecast"])


FINDINGS = {
    "advice": "?status=all",
    "bills": "?decision=all",
    "drivers": "?against=usual",
    "forecast": "",
    "health-score": "",
    "insights": "?status=all",
    "scores": "",
    "suggestions": "?status=all&page_size=8",
}
FAR = "2040-12-31"
GOALS: list[tuple[str, str, dict[str, Any]]] = [
    ("Kitchen", "210000.00", {"target_date": FAR, "accounts": ["the only one"]}),
    ("House", "900000.00", {"target_date": FAR, "saved_by_hand": "12000.00", "monthly": "100.00"}),
    ("Someday", "500.00", {"saved_by_hand": "125.00", "note": "No hurry."}),
    ("Bicycle", "800.00", {"saved_by_hand": "800.00"}),
]
DEBTS: list[tuple[str, str, str, dict[str, str]]] = [
    ("Car loan", "loan", "-9000.00", {"rate": "4.5", "least": "200.00"}),
    ("Card", "credit_card", "-2000.00", {"rate": "19.9", "least": "60.00"}),
    ("From a friend", "loan", "-300.00", {}),
]
# By payee; the rest stays open and is what the categoriser speaks of.
KNOWN = {"City Market": "Groceries", "Harbour Employer Ltd": "Income:Salary", "Lindenhof Property": "Rent/Mortgage"}
FIRST_MONTH, LAST_MONTH = (2024, 4), (2025, 9)
SHOWN_DAYS, SHOWN_PAYMENTS = 45, 12


def years() -> str:
    """A year and a half: pay, rent that rose, bills, a subscription that rose, shopping, and a charge booked twice."""
    lines = ["Booking date,Counterparty,Description,Amount,Currency"]
    count = (LAST_MONTH[0] - FIRST_MONTH[0]) * 12 + LAST_MONTH[1] - FIRST_MONTH[1] + 1
    for at in range(count):
        year, month = FIRST_MONTH[0] + (FIRST_MONTH[1] - 1 + at) // 12, (FIRST_MONTH[1] - 1 + at) % 12 + 1
        lines += [
            f"{year}-{month:02d}-{day:02d},{payee},{text},{cents / 100:.2f},EUR"
            for day, payee, text, cents in month_rows(at)
        ]
    lines.append("2025-09-18,Garden Centre,Card payment,-64.20,EUR")
    lines.append("2025-09-19,Garden Centre,Card payment,-64.20,EUR")
    return "\n".join(lines) + "\n"


def month_rows(at: int) -> list[tuple[int, str, str, int]]:
    """Day, payee, text and cents of one month; `at` counts months from the first."""
    return [
        (1, "Lindenhof Property", "Rent", -98000 if at < 9 else -101500),
        (4, "Streamhouse", "Monthly subscription", -1299 if at < 11 else -1599),
        (9, "Power and Light", "Electricity", -7450 - 130 * (at % 5)),
        (12, "Clearwater Gym", "Membership", -2990),
        (26, "Harbour Employer Ltd", "Salary", 285000),
        *((day, "City Market", "Card payment", -(2800 + (at * 37 + day * 211) % 4200)) for day in (3, 8, 15, 22)),
        *((day, "Corner Coffee", "Card payment", -320) for day in (5, 16, 23)),
        (18, "Northern Rail", "Ticket", -(1900 + (at * 71) % 2300)),
        (20, "Garden Centre", "Card payment", -(2100 + (at * 97) % 3900)),
    ]


def planned(home: Household) -> None:
    """Goals of every kind that there is something to say of, and debts, one of which nobody has described. Under a name
    of their own, so that they are in no other answer."""
    User.objects.create_user("casey@example.org", PASSWORD, display_name="Casey")
    casey = Household(APIClient(), home.answers)
    pair = casey.http.post("/api/auth/token/", {"email": "casey@example.org", "password": PASSWORD}).json()
    casey.http.credentials(HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    body = {"file": SimpleUploadedFile("years.csv", years().encode()), "commit": True}
    assert casey.http.post("/api/imports/", body, format="multipart").status_code == 201
    wished(casey)
    casey.http.post("/api/refresh/")
    work_off()
    for name, path in (("goals", "goals/"), ("debts", "debts/"), ("debts-plan", "debts/plan/")):
        casey.keep(name, "get", f"/api/{path}")
    tried(casey)
    casey.keep("net-worth", "get", "/api/net-worth/?from=2024-10-01&to=2025-09-30")
    months = "from=2025-09-01&to=2025-09-30&against_from=2025-08-01&against_to=2025-08-31"
    casey.keep("cash-flow", "get", f"/api/cash-flow/?{months}")
    budgeted(casey)


def budgeted(home: Household) -> None:
    """A month filled as proposed, one budget too small, and money moved from the fullest."""
    categorised(home)
    proposal = home.keep("budget-proposal", "get", f"/api/budgets/proposal/?month={BUDGET_MONTH}")
    lines = [{name: one[name] for name in ("category", "amount", "rollover")} for one in proposal["lines"]]
    home.http.post("/api/budgets/plan/", {"month": BUDGET_MONTH, "lines": lines}, format="json")
    spending = [
        one for one in home.http.get(f"/api/budgets/?month={BUDGET_MONTH}").json()["budgets"] if not one["is_income"]
    ]
    least, most = (ends(spending, key=lambda one: Decimal(one["left"])) for ends in (min, max))
    short = {"month": BUDGET_MONTH, "amount": "10.00", "rollover": "both"}
    home.http.patch(f"/api/budgets/{least['id']}/", short, format="json")
    moved = {"month": BUDGET_MONTH, "source": most["id"], "target": least["id"], "amount": "1.00"}
    assert home.http.post("/api/budget-moves/", moved, format="json").status_code == 201
    home.http.put("/api/budgets/choice/", {"envelopes_from": BUDGET_MONTH, "opening": "250.00"}, format="json")
    home.keep("budgets", "get", f"/api/budgets/?month={BUDGET_MONTH}")
    home.keep("budget-moves", "get", f"/api/budget-moves/?month={BUDGET_MONTH}")
    home.keep("budget-rows", "get", f"/api/budgets/{least['id']}/rows/?month={BUDGET_MONTH}")


def tried(home: Household) -> None:
    """Two scenarios that are saved, and both beside the forecast."""
    running = {one["label"]: one["id"] for one in home.http.get("/api/bills/").json()["results"]}
    gym = next(pk for label, pk in running.items() if "gym" in label.casefold())
    saved: list[dict[str, Any]] = [
        {"name": "Without the gym", "changes": [{"kind": "cancel", "series": gym}]},
        {
            "name": "A bicycle",
            "changes": [
                {"kind": "add", "amount": "-900.00", "starts": "2025-11-03", "label": "Bicycle"},
                {"kind": "add", "amount": "-12.00", "starts": "2025-11-10", "cadence": "monthly", "label": "Insurance"},
            ],
        },
    ]
    ids = [home.http.post("/api/scenarios/", one, format="json").json()["id"] for one in saved]
    home.keep("scenarios", "get", "/api/scenarios/")
    body = {"months": 12, "scenarios": [{"id": pk} for pk in ids]}
    home.keep("scenario-trial", "post", "/api/scenarios/evaluate/", data=body, format="json")


def wished(home: Household) -> None:
    (account,) = home.http.get("/api/accounts/").json()["results"]
    for name, target, said in GOALS:
        goal = {"name": name, "currency": "EUR", "target": target, **said}
        if said.get("accounts"):
            goal["accounts"] = [account["id"]]
        assert home.http.post("/api/goals/", goal, format="json").status_code == 201
    for name, kind, owed, terms in DEBTS:
        body = {"name": name, "kind": kind, "currency": "EUR", "opening_balance": owed}
        made = home.http.post("/api/accounts/", body, format="json").json()
        if terms:
            assert home.http.put(f"/api/debts/{made['id']}/", terms, format="json").status_code == 200
    choice = {"currency": "EUR", "extra": "150.00", "order": "snowball"}
    assert home.http.put("/api/debts/choice/", choice, format="json").status_code == 200


def categorised(home: Household) -> None:
    names = {one["name"]: one["id"] for one in home.http.get("/api/categories/?page_size=200").json()["results"]}
    for payee, category in KNOWN.items():
        query, changes = f'payee:"{payee}"', {"category": names[category]}
        count = home.http.get("/api/transactions/totals/", {"q": query}).json()["count"]
        body = {"query": query, "changes": changes, "expected_count": count}
        answer = home.http.post("/api/transactions/bulk/", body, format="json")
        assert answer.status_code == 200, answer.content


def shorten(forecast: dict[str, Any]) -> None:
    """A year of days says no more to a test than six weeks of them."""
    for line in (forecast, *forecast["accounts"]):
        del line["daily"][SHOWN_DAYS:]
    del forecast["payments"][SHOWN_PAYMENTS:]


def work_off() -> None:
    for job in Job.objects.filter(status=Job.Status.QUEUED).order_by("pk"):
        job_run(job_id=job.pk)


def stored() -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.json"))}


def write(name: str, answer: Any) -> None:
    (FOLDER / f"{name}.json").write_text(json.dumps(answer, indent=2, ensure_ascii=False) + "\n")
