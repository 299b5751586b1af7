"""The table of what is counted to slow down guessing: attempts to sign in, for all processes together."""

from django.core.management import call_command
from django.db import migrations


def make(apps, schema_editor):
    call_command("createcachetable", "accounts_counted", database=schema_editor.connection.alias, verbosity=0)


def remove(apps, schema_editor):
    schema_editor.execute("DROP TABLE accounts_counted")


class Migration(migrations.Migration):

    dependencies = [
        ("accounts", "0003_saved_views"),
    ]

    operations = [
        migrations.RunPython(make, remove),
    ]
