"""The table of what is counted to slow down guessing: attempts to sign in, for all processes together."""

from django.apps.registry import Apps
from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def make(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    call_command("createcachetable", "accounts_counted", database=schema_editor.connection.alias, verbosity=0)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP TABLE accounts_counted")


class Migration(migrations.Migration):

    dependencies = [
        ("accounts", "0003_saved_views"),
    ]

    operations = [
        migrations.RunPython(make, remove),
    ]
