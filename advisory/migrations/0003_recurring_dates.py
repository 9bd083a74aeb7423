import datetime

from django.db import migrations, models

# Rows of before are found anew by the next analysis, which knows their days.
UNKNOWN = datetime.date(1970, 1, 1)


class Migration(migrations.Migration):

    dependencies = [
        ('advisory', '0002_insights_advice_series'),
    ]

    operations = [
        migrations.AddField(
            model_name='recurringseries',
            name='first_date',
            field=models.DateField(default=UNKNOWN, help_text='Of its first row.'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='recurringseries',
            name='last_date',
            field=models.DateField(default=UNKNOWN, help_text='Of its last row.'),
            preserve_default=False,
        ),
    ]
