"""What is said to the database: built once, the same for SQLite and PostgreSQL."""

from sqlalchemy import (
    ColumnElement,
    Insert,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    exists,
    or_,
    select,
)

from attachcalm.store.tables import answer, page, progress, remark, sitting


def _insert_new(table: Table, columns: tuple[str, ...], *conditions: ColumnElement[bool]) -> Insert:
    """Insert these columns unless a row of this id is there: a fact told twice counts once."""
    values = {name: bindparam(name, type_=table.c[name].type) for name in columns}
    is_there = exists().where(table.c.id == values["id"])
    return table.insert().from_select(
        columns, select(*values.values()).where(~is_there, *conditions)
    )


def _fill_unless_earlier(column: ColumnElement[int]) -> Update:
    """Set the columns of a fact unless `column` holds an instant that is not after `at`."""
    is_free = or_(column.is_(None), column > bindparam("at", type_=column.type))
    return sitting.update().where(sitting.c.id == bindparam("of"), is_free)


_SITTING_IS_KNOWN = exists().where(
    sitting.c.id == bindparam("sitting", type_=progress.c.sitting.type)
)

INSERT_SITTING = _insert_new(
    sitting,
    (
        "id",
        "started_us",
        "started_offset",
        "started_day",
        "exercise_id",
        "exercise_title",
        "exercise_group",
        "version_id",
        "revision",
        "before_distress",
        "before_energy",
        "before_security",
    ),
)
BEGAN_EARLIER = _fill_unless_earlier(sitting.c.started_us)
END = _fill_unless_earlier(sitting.c.ended_us)
RATE = _fill_unless_earlier(sitting.c.rated_us)
INSERT_PROGRESS = _insert_new(
    progress,
    ("id", "sitting", "at_us", "at_offset", "step_id", "position_ms"),
    _SITTING_IS_KNOWN,
)
INSERT_ANSWER = _insert_new(
    answer,
    ("id", "sitting", "at_us", "at_offset", "key", "value_text", "value_number", "keep_as"),
    _SITTING_IS_KNOWN,
)
INSERT_REMARK = _insert_new(
    remark,
    ("id", "at_us", "at_offset", "at_day", "kind", "value", "exercise_id", "sitting", "text"),
)


def _sittings() -> "Select[tuple[object, ...]]":
    """Every sitting with the latest step that it reached."""
    later = progress.alias("later")
    latest = (
        select(later.c.number)
        .where(later.c.sitting == sitting.c.id)
        .order_by(later.c.at_us.desc(), later.c.number.desc())
        .limit(1)
        .correlate(sitting)
        .scalar_subquery()
    )
    reached = (
        progress.c.id.label("progress_id"),
        progress.c.at_us,
        progress.c.at_offset,
        progress.c.step_id,
        progress.c.position_ms,
    )
    return select(*sitting.c, *reached).outerjoin_from(
        sitting, progress, progress.c.number == latest
    )


# The instant is asked too, a day and a half wider: its index gives the rows in their order, where
# by the day alone every row is gone through for the sake of the order.
_SINCE = and_(
    sitting.c.started_day >= bindparam("since", type_=sitting.c.started_day.type),
    sitting.c.started_us >= bindparam("since_us", type_=sitting.c.started_us.type),
)

SITTINGS = _sittings().where(_SINCE).order_by(sitting.c.started_us, sitting.c.id)
_FLAT = (
    "id",
    "started_us",
    "started_offset",
    "exercise_id",
    "exercise_title",
    "before_distress",
    "before_energy",
    "before_security",
    "after_distress",
    "after_energy",
    "after_security",
    "ending",
    "practised_ms",
)
FLAT = (
    select(*(sitting.c[name] for name in _FLAT))
    .where(_SINCE)
    .order_by(sitting.c.started_us, sitting.c.id)
)
OPEN_SITTING = (
    _sittings()
    .where(sitting.c.ended_us.is_(None))
    .order_by(sitting.c.started_us.desc(), sitting.c.id.desc())
    .limit(1)
)
ANSWERS = (
    select(answer)
    .join_from(answer, sitting, and_(answer.c.sitting == sitting.c.id, _SINCE))
    .order_by(answer.c.at_us, answer.c.number)
)
ANSWERS_OF = (
    select(answer)
    .where(answer.c.sitting == bindparam("of"))
    .order_by(answer.c.at_us, answer.c.number)
)
STEPS = select(progress).order_by(progress.c.at_us, progress.c.number)
KEPT_ANSWERS = (
    select(
        answer.c.keep_as,
        answer.c.value_text,
        answer.c.value_number,
        answer.c.at_us,
        answer.c.at_offset,
        answer.c.sitting,
        sitting.c.exercise_id,
        sitting.c.exercise_title,
    )
    .join_from(answer, sitting, answer.c.sitting == sitting.c.id)
    .where(answer.c.keep_as.is_not(None))
    .order_by(answer.c.at_us, answer.c.number)
)
REMARKS = (
    select(remark)
    .where(remark.c.at_day >= bindparam("since", type_=remark.c.at_day.type))
    .order_by(remark.c.at_us, remark.c.id)
)

_PAGE_COLUMNS = tuple(column.name for column in page.c)
INSERT_PAGE = _insert_new(page, _PAGE_COLUMNS)
REWRITE_PAGE = (
    page.update()
    .where(
        page.c.id == bindparam("of", type_=page.c.id.type),
        page.c.changed_us < bindparam("than", type_=page.c.changed_us.type),
    )
    .values({name: bindparam(name) for name in _PAGE_COLUMNS if name != "id"})
)
PAGES = (
    select(page)
    .where(page.c.at_day >= bindparam("since", type_=page.c.at_day.type), page.c.is_gone.is_(False))
    .order_by(page.c.at_us, page.c.id)
)
ALL_PAGES = select(page).order_by(page.c.at_us, page.c.id)
OWN_WORDS = select(page).where(page.c.kind == "own_word")  # also those taken out
