from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("transactions", "0004_search_saved"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RenameModel("CategorisationRule", "Rule"),
        migrations.AlterModelOptions("rule", {"ordering": ["position", "id"]}),
        migrations.AddField("rule", "name", models.CharField(default="", max_length=120, help_text="Stands in the history of every row that it changes."), preserve_default=False),
        migrations.AddField("rule", "condition", models.JSONField(default=dict, help_text="A tree of all, any, not, query and {field, op, value}."), preserve_default=False),
        migrations.AddField("rule", "actions", models.JSONField(default=list, help_text="[{type, ...}]"), preserve_default=False),
        migrations.AddField("rule", "stop", models.BooleanField(default=False, help_text="No rule after it is asked about a row that it matches.")),
        migrations.AddField("rule", "matched_count", models.PositiveIntegerField(default=0, help_text="Rows it matched when it was run.")),
        migrations.AddField("rule", "last_matched_at", models.DateTimeField(blank=True, null=True)),
        migrations.AlterField("rule", "contains", models.CharField(max_length=120, default="")),
    ]
