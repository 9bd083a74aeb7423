"""A rule was words and a category; now it is a condition and actions. Apart from the changes of the table around it,
which PostgreSQL does not do in one transaction with changes of its rows."""

from django.db import migrations


def to_conditions(apps, schema_editor):
    """A rule was words and a category; now it is a condition and actions."""
    Rule = apps.get_model("transactions", "Rule")
    for rule in Rule.objects.order_by("pk").iterator():
        rule.name = rule.contains
        rule.condition = {"field": "text", "op": "contains", "value": rule.contains}
        rule.actions = [{"type": "set_category", "category": rule.category_id}]
        rule.save(update_fields=["name", "condition", "actions"])


def to_words(apps, schema_editor):
    """Back again: rules that are more than words and a category cannot be kept."""
    Rule = apps.get_model("transactions", "Rule")
    for rule in Rule.objects.order_by("pk").iterator():
        words = rule.condition.get("value") if rule.condition.get("field") == "text" else None
        if rule.category_id is None or not isinstance(words, str):
            rule.delete()
            continue
        rule.contains = words[:120]
        rule.save(update_fields=["contains"])


class Migration(migrations.Migration):
    dependencies = [("transactions", "0004_search_rules")]
    operations = [migrations.RunPython(to_conditions, to_words)]
