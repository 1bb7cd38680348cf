BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE answer (
	number INTEGER NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	sitting VARCHAR(36) NOT NULL, 
	at_us BIGINT NOT NULL, 
	at_offset SMALLINT NOT NULL, 
	"key" TEXT NOT NULL, 
	value_text TEXT, 
	value_number BIGINT, 
	keep_as TEXT, 
	CONSTRAINT pk_answer PRIMARY KEY (number), 
	CONSTRAINT fk_answer_sitting FOREIGN KEY(sitting) REFERENCES sitting (id), 
	CONSTRAINT uq_answer_id UNIQUE (id), 
	CONSTRAINT ck_answer_at_offset CHECK (at_offset BETWEEN -1439 AND 1439), 
	CONSTRAINT ck_answer_one_value CHECK ((value_text IS NULL) <> (value_number IS NULL))
);
INSERT INTO "answer" VALUES(1,'00000000-0000-0000-0000-000000000017','00000000-0000-0000-0000-000000000002',1767484799000000,-660,'how',NULL,0,NULL);
INSERT INTO "answer" VALUES(2,'00000000-0000-0000-0000-000000000018','00000000-0000-0000-0000-000000000002',1767571199000000,-660,'who','',NULL,'safe_person');
INSERT INTO "answer" VALUES(3,'00000000-0000-0000-0000-000000000019','00000000-0000-0000-0000-000000000002',1767657599000000,-660,'who','ä́
	''',NULL,'safe_person');
CREATE TABLE "page" (
	id VARCHAR(36) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	at_us BIGINT NOT NULL, 
	at_offset SMALLINT NOT NULL, 
	at_day DATE NOT NULL, 
	changed_us BIGINT NOT NULL, 
	is_gone BOOLEAN NOT NULL, 
	distress SMALLINT, 
	energy SMALLINT, 
	security SMALLINT, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_page PRIMARY KEY (id), 
	CONSTRAINT ck_page_distress CHECK (distress BETWEEN 0 AND 10), 
	CONSTRAINT ck_page_at_offset CHECK (at_offset BETWEEN -1439 AND 1439), 
	CONSTRAINT ck_page_security CHECK (security BETWEEN 0 AND 10), 
	CONSTRAINT ck_page_energy CHECK (energy BETWEEN -4 AND 4), 
	CONSTRAINT ck_page_kind CHECK (kind IN ('check_in', 'score', 'look_back', 'own_word'))
);
INSERT INTO "page" VALUES('00000000-0000-0000-0000-000000000029','check_in',1767311999000000,-660,'2026-01-01',1767916800000001,0,0,0,0,'{"words": [], "tags": [], "note": "", "sitting": null}');
INSERT INTO "page" VALUES('00000000-0000-0000-0000-00000000002a','check_in',1767398399000001,840,'2026-01-03',1767916800000001,0,10,-4,NULL,'{"words": ["\u00e4\u0301", "\ud83d\ude42"], "tags": ["It''s \"work\"; --"], "note": "two\nlines\t''", "sitting": "00000000-0000-0000-0000-000000000002"}');
INSERT INTO "page" VALUES('00000000-0000-0000-0000-00000000002b','score',1767484799000000,0,'2026-01-03',1767916800000001,0,NULL,NULL,NULL,'{"measure": "gad-7", "title": "GAD-7", "revision": "00ff", "answers": [0, null, 3], "values": [["total", 3.5]], "scales": []}');
INSERT INTO "page" VALUES('00000000-0000-0000-0000-00000000002c','look_back',1767571199000000,345,'2026-01-05',1767916800000001,0,NULL,NULL,0,'{"week": "2025-12-29", "answers": [["kind", ""], ["hard", "-- \ud83d\ude42"]]}');
INSERT INTO "page" VALUES('00000000-0000-0000-0000-00000000002d','own_word',1767657599000000,0,'2026-01-05',1767916800000001,0,NULL,NULL,NULL,'{"slot": "safe_phrase", "text": "\u00e4\u0301\n''--\" \ud83d\ude42"}');
CREATE TABLE progress (
	number INTEGER NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	sitting VARCHAR(36) NOT NULL, 
	at_us BIGINT NOT NULL, 
	at_offset SMALLINT NOT NULL, 
	step_id TEXT NOT NULL, 
	position_ms BIGINT NOT NULL, 
	CONSTRAINT pk_progress PRIMARY KEY (number), 
	CONSTRAINT fk_progress_sitting FOREIGN KEY(sitting) REFERENCES sitting (id), 
	CONSTRAINT uq_progress_id UNIQUE (id), 
	CONSTRAINT ck_progress_at_offset CHECK (at_offset BETWEEN -1439 AND 1439), 
	CONSTRAINT ck_progress_position_ms CHECK (position_ms >= 0)
);
INSERT INTO "progress" VALUES(1,'00000000-0000-0000-0000-000000000015','00000000-0000-0000-0000-000000000002',1767484799000000,840,'',0);
INSERT INTO "progress" VALUES(2,'00000000-0000-0000-0000-000000000016','00000000-0000-0000-0000-000000000002',1767484799000000,840,'arrive',8589934592);
CREATE TABLE remark (
	id VARCHAR(36) NOT NULL, 
	at_us BIGINT NOT NULL, 
	at_offset SMALLINT NOT NULL, 
	at_day DATE NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	value TEXT NOT NULL, 
	exercise_id TEXT NOT NULL, 
	sitting VARCHAR(36), 
	text TEXT NOT NULL, 
	CONSTRAINT pk_remark PRIMARY KEY (id), 
	CONSTRAINT ck_remark_at_offset CHECK (at_offset BETWEEN -1439 AND 1439), 
	CONSTRAINT ck_remark_kind CHECK (kind IN ('harder', 'not_today', 'side_effect', 'thumb'))
);
INSERT INTO "remark" VALUES('00000000-0000-0000-0000-00000000001f',1767311999000000,-660,'2026-01-01','thumb','up','calm-place',NULL,'');
INSERT INTO "remark" VALUES('00000000-0000-0000-0000-000000000020',1767398399000001,840,'2026-01-03','harder','','','00000000-0000-0000-0000-000000000063','ä́
🙂''');
INSERT INTO "remark" VALUES('00000000-0000-0000-0000-000000000021',1767484799000000,0,'2026-01-03','not_today','too_long','long-out','00000000-0000-0000-0000-000000000002','');
INSERT INTO "remark" VALUES('00000000-0000-0000-0000-000000000022',1767571199000000,345,'2026-01-05','side_effect','','',NULL,'It''s "odd"; --');
CREATE TABLE sitting (
	id VARCHAR(36) NOT NULL, 
	started_us BIGINT NOT NULL, 
	started_offset SMALLINT NOT NULL, 
	started_day DATE NOT NULL, 
	exercise_id TEXT NOT NULL, 
	exercise_title TEXT NOT NULL, 
	exercise_group TEXT NOT NULL, 
	version_id TEXT NOT NULL, 
	revision TEXT NOT NULL, 
	before_distress SMALLINT, 
	before_energy SMALLINT, 
	before_security SMALLINT, 
	ended_us BIGINT, 
	ended_offset SMALLINT, 
	ending VARCHAR(16), 
	practised_ms BIGINT, 
	rated_us BIGINT, 
	rated_offset SMALLINT, 
	after_distress SMALLINT, 
	after_energy SMALLINT, 
	after_security SMALLINT, 
	CONSTRAINT pk_sitting PRIMARY KEY (id), 
	CONSTRAINT ck_sitting_started_offset CHECK (started_offset BETWEEN -1439 AND 1439), 
	CONSTRAINT ck_sitting_before_distress CHECK (before_distress BETWEEN 0 AND 10), 
	CONSTRAINT ck_sitting_before_energy CHECK (before_energy BETWEEN -4 AND 4), 
	CONSTRAINT ck_sitting_before_security CHECK (before_security BETWEEN 0 AND 10), 
	CONSTRAINT ck_sitting_ended_offset CHECK (ended_offset BETWEEN -1439 AND 1439), 
	CONSTRAINT ck_sitting_ending CHECK (ending IN ('finished', 'stopped', 'left')), 
	CONSTRAINT ck_sitting_practised_ms CHECK (practised_ms >= 0), 
	CONSTRAINT ck_sitting_ended_whole CHECK ((ended_us IS NULL) = (ending IS NULL) AND (ended_us IS NULL) = (ended_offset IS NULL) AND (ended_us IS NULL) = (practised_ms IS NULL)), 
	CONSTRAINT ck_sitting_rated_offset CHECK (rated_offset BETWEEN -1439 AND 1439), 
	CONSTRAINT ck_sitting_after_distress CHECK (after_distress BETWEEN 0 AND 10), 
	CONSTRAINT ck_sitting_after_energy CHECK (after_energy BETWEEN -4 AND 4), 
	CONSTRAINT ck_sitting_after_security CHECK (after_security BETWEEN 0 AND 10), 
	CONSTRAINT ck_sitting_rated_whole CHECK ((rated_us IS NULL) = (rated_offset IS NULL))
);
INSERT INTO "sitting" VALUES('00000000-0000-0000-0000-000000000001',1767311999000000,0,'2026-01-01','calm-place','Calm place','imagery','short','00ff',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "sitting" VALUES('00000000-0000-0000-0000-000000000002',1767398399999999,840,'2026-01-03','calm-place','It''s "calm"; -- 🙂','imagery','short','00ff',0,0,0,1767571199000000,60,'finished',0,1767571199000000,60,10,-4,10);
INSERT INTO "sitting" VALUES('00000000-0000-0000-0000-000000000003',1767484799000000,-570,'2026-01-03','calm-place','Calm place','imagery','short','00ff',10,4,NULL,1767484799000001,-570,'stopped',1099511627776,1767484799000002,-570,NULL,NULL,NULL);
INSERT INTO "sitting" VALUES('00000000-0000-0000-0000-000000000004',-14182980000000,0,'1969-07-20','calm-place','Calm place','imagery','short','00ff',NULL,-4,NULL,4294944000000000,345,'left',1,NULL,NULL,NULL,NULL,NULL);
CREATE INDEX ix_sitting_started ON sitting (started_us);
CREATE INDEX ix_sitting_open ON sitting (started_us) WHERE ended_us IS NULL;
CREATE INDEX ix_sitting_day ON sitting (started_day, before_distress, after_distress);
CREATE INDEX ix_progress_sitting ON progress (sitting, at_us, number);
CREATE INDEX ix_answer_sitting ON answer (sitting);
CREATE INDEX ix_answer_kept ON answer (at_us, number) WHERE keep_as IS NOT NULL;
CREATE INDEX ix_remark_day ON remark (at_day);
CREATE INDEX ix_page_day ON page (at_day);
COMMIT;
