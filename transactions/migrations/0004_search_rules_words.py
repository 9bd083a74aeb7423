import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("transactions", "0004_search_rules_conditions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RemoveField("rule", "contains"),
        migrations.AlterField(
            "rule",
            "category",
            models.ForeignKey(
                blank=True,
                editable=False,
                help_text="The category that its actions set, if they set one; kept here so that the database knows.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="rules",
                to="transactions.category",
            ),
        ),
        migrations.AddField("category", "is_archived", models.BooleanField(default=False, help_text="Kept for what it was used for, no longer offered.")),
        migrations.CreateModel(
            name="RuleProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(help_text="The words and the category; see ledger.rules_proposals.", max_length=200)),
                ("status", models.CharField(choices=[("accepted", "Accepted"), ("dismissed", "Dismissed")], max_length=9)),
                ("answered_at", models.DateTimeField(auto_now=True)),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="rule_proposals", to=settings.AUTH_USER_MODEL)),
            ],
            options={"verbose_name": "answered rule proposal", "ordering": ["-id"]},
        ),
        migrations.AddConstraint("ruleproposal", models.UniqueConstraint(fields=("owner", "key"), name="rule_proposal_owner_key_unique")),
        migrations.CreateModel(
            name="PayeeAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(help_text="Case-folded letters and digits, as in Payee.", max_length=160)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="payee_aliases", to=settings.AUTH_USER_MODEL)),
                ("payee", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="aliases", to="transactions.payee")),
            ],
            options={"verbose_name": "payee alias", "verbose_name_plural": "payee aliases", "ordering": ["key", "id"]},
        ),
        migrations.AddConstraint("payeealias", models.UniqueConstraint(fields=("owner", "key"), name="payee_alias_owner_key_unique")),
    ]
