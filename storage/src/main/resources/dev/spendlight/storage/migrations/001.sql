-- One account. The row of `account` is what makes it exist: it is written by the first transaction that commits.
-- Decimals are text, because their scale is kept.
CREATE TABLE account (
  currency    VARCHAR,
  zone        VARCHAR,
  marketplace VARCHAR,
  target_acos VARCHAR,
  margin      VARCHAR,
  type        VARCHAR
);

-- One import command. Never deleted, so that an id is never used twice.
CREATE TABLE import (
  id     BIGINT NOT NULL,
  pulled DATE NOT NULL
);

CREATE TABLE file (
  id            INTEGER NOT NULL,
  import        BIGINT NOT NULL,
  name          VARCHAR NOT NULL,
  content_hash  VARCHAR NOT NULL,
  kind          VARCHAR NOT NULL,
  grain         VARCHAR NOT NULL,
  first_day     DATE,              -- of a range file the period that it answers for
  last_day      DATE,
  carried       VARCHAR NOT NULL,  -- names of the measures that hold values, with blanks between
  currency      VARCHAR,
  rows_read     BIGINT NOT NULL,
  rows_imported BIGINT NOT NULL,
  has_ids       BOOLEAN NOT NULL   -- every row names its campaign by the platform's id
);

-- The days that a daily file answers for, with or without rows.
CREATE TABLE file_day (
  file INTEGER NOT NULL,
  day  DATE NOT NULL
);

-- What rows are about, level by level. The hash is SHA-256, cut to 128 bits, of the parent and the strings.
CREATE TABLE campaign (
  id            INTEGER NOT NULL,
  hash_high     BIGINT NOT NULL,
  hash_low      BIGINT NOT NULL,
  parent        INTEGER NOT NULL,  -- 0
  campaign_id   VARCHAR NOT NULL,
  campaign_name VARCHAR NOT NULL
);
CREATE TABLE ad_group (
  id            INTEGER NOT NULL,
  hash_high     BIGINT NOT NULL,
  hash_low      BIGINT NOT NULL,
  parent        INTEGER NOT NULL,  -- campaign
  ad_group_id   VARCHAR NOT NULL,
  ad_group_name VARCHAR NOT NULL
);
CREATE TABLE target (
  id         INTEGER NOT NULL,
  hash_high  BIGINT NOT NULL,
  hash_low   BIGINT NOT NULL,
  parent     INTEGER NOT NULL,  -- ad_group
  target_id  VARCHAR NOT NULL,
  targeting  VARCHAR NOT NULL,
  match_type VARCHAR NOT NULL
);
CREATE TABLE subject (
  id          INTEGER NOT NULL,
  hash_high   BIGINT NOT NULL,
  hash_low    BIGINT NOT NULL,
  parent      INTEGER NOT NULL,  -- target
  search_term VARCHAR NOT NULL,
  asin        VARCHAR NOT NULL,
  sku         VARCHAR NOT NULL,
  ad_id       VARCHAR NOT NULL,
  placement   VARCHAR NOT NULL
);

-- How something was set. The same setting may stand here more than once.
CREATE TABLE state (
  id             INTEGER NOT NULL,
  status         VARCHAR NOT NULL,
  bid_micros     BIGINT,
  budget_micros  BIGINT,
  time_in_budget VARCHAR,
  start          DATE
);

-- The rows. A measure that the file does not carry is 0 here and absent from file.carried. State 0 tells nothing.
CREATE TABLE performance (
  file        INTEGER NOT NULL,
  day         DATE NOT NULL,
  last_day    DATE NOT NULL,
  subject     INTEGER NOT NULL,
  state       INTEGER NOT NULL,
  impressions BIGINT NOT NULL,
  clicks      BIGINT NOT NULL,
  spend       BIGINT NOT NULL,
  sales_1     BIGINT NOT NULL,
  sales_7     BIGINT NOT NULL,
  sales_14    BIGINT NOT NULL,
  sales_30    BIGINT NOT NULL,
  orders_1    BIGINT NOT NULL,
  orders_7    BIGINT NOT NULL,
  orders_14   BIGINT NOT NULL,
  orders_30   BIGINT NOT NULL,
  units_1     BIGINT NOT NULL,
  units_7     BIGINT NOT NULL,
  units_14    BIGINT NOT NULL,
  units_30    BIGINT NOT NULL
);
