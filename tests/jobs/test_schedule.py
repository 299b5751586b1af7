"""The clock's work: each job once when it is due, tried again with pauses, given up on when it hangs."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
import time_machine
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from building import Building, building, found_body
from certwright.drafts.models import Draft
from certwright.jobs import tasks
from certwright.jobs.models import Turn
from certwright.jobs.retrying import STUCK_AFTER, TRIES, pause_after, reap_stuck, retry_failed
from certwright.jobs.running import Runner
from certwright.jobs.schedule import SCHEDULE, daily, queue_due
from certwright.journal.root_keys import new_key
from signing_in import account_of
from small_body import ANNA

pytestmark = pytest.mark.django_db(transaction=True)  # the worker closes connections between jobs
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def here(tmp_path: Path, settings: Settings) -> Iterator[Building]:
    settings.CERTWRIGHT_ROOT_KEY = tmp_path / "keys" / "root.pem"
    settings.CERTWRIGHT_ROOTS = tmp_path / "roots"
    settings.CERTWRIGHT_ATTACHMENTS = tmp_path / "attachments"
    new_key(settings.CERTWRIGHT_ROOT_KEY)
    here = building(tmp_path)
    found_body(here)
    with time_machine.travel(NOON, tick=True):
        yield here


def test_a_job_is_due_once_and_then_at_its_next_time() -> None:
    assert set(queue_due(NOON)) == set(SCHEDULE)
    assert list(queue_due(NOON)) == []
    assert list(queue_due(NOON + timedelta(seconds=15))) == ["outbox"]
    assert set(queue_due(NOON + timedelta(days=1))) == set(SCHEDULE)
    assert DBTaskResult.objects.count() == len(SCHEDULE) * 2 + 1


def test_two_machines_that_look_at_once_queue_it_once() -> None:
    first, second = queue_due(NOON), queue_due(NOON)
    names = [next(first), *second, *first]
    assert sorted(names) == sorted(SCHEDULE)


def test_daily_is_the_next_time_of_that_hour() -> None:
    at = daily(time(3))
    assert at(NOON) == datetime(2026, 11, 24, 3, tzinfo=UTC)
    assert at(datetime(2026, 11, 23, 2, tzinfo=UTC)) == datetime(2026, 11, 23, 3, tzinfo=UTC)
    assert at(datetime(2026, 11, 23, 3, tzinfo=UTC)) == datetime(2026, 11, 24, 3, tzinfo=UTC)


def test_everything_due_is_done_and_the_root_is_signed(here: Building, settings: Settings) -> None:
    done = Runner("a", lambda: datetime.now(UTC)).once()
    assert sorted(done) == sorted(SCHEDULE)
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {TaskResultStatus.SUCCESSFUL}
    assert [path.name for path in settings.CERTWRIGHT_ROOTS.iterdir()] == ["root-2026-11-23-10.json"]
    result = DBTaskResult.objects.get(task_path="certwright.jobs.tasks.root")
    assert result.return_value == "root-2026-11-23-10.json"
    assert Turn.objects.get(name="root").result == str(result.pk)


def test_a_job_that_fails_is_tried_again_later_and_not_for_ever(here: Building, settings: Settings) -> None:
    settings.CERTWRIGHT_ROOT_KEY.unlink()
    tasks.root.enqueue()
    paths = {"task_path": "certwright.jobs.tasks.root"}
    Turn.objects.bulk_create(Turn(name=name, due_at=NOON + timedelta(days=9)) for name in SCHEDULE)
    moment = NOON
    for tried in range(1, TRIES + 1):
        with time_machine.travel(moment, tick=False):
            Runner("a", lambda: moment).once()  # noqa: B023
            result = DBTaskResult.objects.get(**paths)
            assert (result.status, len(result.worker_ids)) == (TaskResultStatus.FAILED, tried)
            assert "KeyUnusable" in result.exception_class_path
            again = retry_failed(moment)
        assert again == (tried < TRIES)
        moment += pause_after(tried)
    assert DBTaskResult.objects.get(**paths).status == TaskResultStatus.FAILED


def test_a_failed_job_waits_for_its_time(here: Building, settings: Settings) -> None:
    settings.CERTWRIGHT_ROOT_KEY.unlink()
    Turn.objects.bulk_create(Turn(name=name, due_at=NOON + timedelta(days=9)) for name in SCHEDULE)
    tasks.root.enqueue()
    runner = Runner("a", lambda: datetime.now(UTC))
    runner.once()
    runner.once()
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY
    assert len(DBTaskResult.objects.get().worker_ids) == 1


def test_a_job_whose_process_died_is_taken_for_failed_and_tried_again(here: Building) -> None:
    tasks.cleaning.enqueue()
    DBTaskResult.objects.get().claim("gone")
    assert reap_stuck(NOON + timedelta(minutes=59)) == 0
    late = NOON + STUCK_AFTER + timedelta(minutes=1)
    with time_machine.travel(late, tick=False):
        assert reap_stuck(late) == 1
        assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED
        assert retry_failed(late) == 1


def test_old_drafts_and_results_are_thrown_away(here: Building) -> None:
    account = account_of(ANNA)
    for act in ("client.register", "client.change"):
        Draft.objects.create(user=account, dossier="client:c", act=act, content={})
    Draft.objects.filter(act="client.change").update(saved_at=NOON - timedelta(days=181))
    tasks.cleaning.enqueue()
    DBTaskResult.objects.update(finished_at=NOON - timedelta(days=15), status=TaskResultStatus.SUCCESSFUL)
    tasks.cleaning.enqueue()
    Runner("a", lambda: datetime.now(UTC)).once()
    assert list(Draft.objects.values_list("act", flat=True)) == ["client.register"]
    assert not DBTaskResult.objects.filter(finished_at__lt=NOON - timedelta(days=14)).exists()


def test_a_runner_told_to_stop_stops(here: Building) -> None:
    runner = Runner("a", lambda: datetime.now(UTC))
    runner.stop()
    runner.run()
    assert not DBTaskResult.objects.exists()
