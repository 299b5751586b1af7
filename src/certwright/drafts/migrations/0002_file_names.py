from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("drafts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="FileName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("dossier", models.CharField(max_length=80)),
                ("digest", models.CharField(max_length=80)),
                ("name", models.CharField(max_length=255)),
                ("size", models.BigIntegerField()),
                ("kept_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("dossier", "digest"), name="drafts_file_named_once")],
            },
        ),
    ]
