// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

namespace hookworks {

namespace {

const char* const reportTables = R"(
CREATE TABLE counters (kind TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE clock (id INTEGER PRIMARY KEY CHECK (id = 1), anchor INTEGER NOT NULL, since INTEGER NOT NULL, speed REAL NOT NULL);
CREATE TABLE policies (name TEXT PRIMARY KEY, policy TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE listeners (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, config TEXT NOT NULL);
CREATE TABLE reports (
    id INTEGER PRIMARY KEY, provider TEXT NOT NULL, name TEXT NOT NULL UNIQUE, sealed INTEGER NOT NULL,
    document BLOB NOT NULL, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL);
CREATE TABLE webhooks (
    id INTEGER PRIMARY KEY, provider TEXT NOT NULL, name TEXT NOT NULL UNIQUE, url TEXT NOT NULL, events TEXT NOT NULL,
    token BLOB NOT NULL, headers BLOB NOT NULL, policy TEXT NOT NULL, timeout INTEGER, enabled INTEGER NOT NULL,
    disabled_reason TEXT NOT NULL, report INTEGER REFERENCES reports (id), position INTEGER NOT NULL,
    max_in_flight INTEGER NOT NULL, rate_per_minute INTEGER NOT NULL, strict_order INTEGER NOT NULL,
    circuit_opens_after INTEGER NOT NULL, created_at INTEGER NOT NULL);
CREATE INDEX webhooks_report ON webhooks (report, position) WHERE report IS NOT NULL;
)";

/// A body chunk's key is body << 36 | the offset of its first byte in the body.
const char* const deliveryTables = R"(
CREATE TABLE bodies (id INTEGER PRIMARY KEY, bytes INTEGER NOT NULL, kept INTEGER NOT NULL);
CREATE INDEX bodies_loose ON bodies (id) WHERE kept = 0;
CREATE TABLE body_chunks (key INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE events (
    id INTEGER PRIMARY KEY, provider TEXT NOT NULL, name TEXT NOT NULL, report INTEGER, payload BLOB NOT NULL,
    payload_body INTEGER, created_at INTEGER NOT NULL);
CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY, message_id TEXT NOT NULL, event_id INTEGER NOT NULL, provider TEXT NOT NULL, event TEXT NOT NULL,
    report INTEGER, webhook INTEGER, webhook_name TEXT NOT NULL, url TEXT NOT NULL, state TEXT NOT NULL,
    created_at INTEGER NOT NULL, next_due_at INTEGER, next_origin TEXT NOT NULL, attempts INTEGER NOT NULL,
    replay_of TEXT NOT NULL);
CREATE INDEX deliveries_waiting ON deliveries (next_due_at, id, webhook, state, next_origin) WHERE next_due_at IS NOT NULL;
CREATE INDEX deliveries_state ON deliveries (state);
CREATE INDEX deliveries_webhook ON deliveries (webhook);
CREATE INDEX deliveries_event ON deliveries (event_id);
CREATE TABLE delivery_requests (
    delivery INTEGER PRIMARY KEY REFERENCES deliveries (id) ON DELETE CASCADE, method BLOB NOT NULL, headers BLOB NOT NULL,
    body BLOB NOT NULL, body_body INTEGER, exact_head BLOB NOT NULL, transport INTEGER NOT NULL, policy TEXT NOT NULL,
    seed INTEGER NOT NULL, plan TEXT NOT NULL);
CREATE TABLE attempts (
    delivery INTEGER NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE, number INTEGER NOT NULL, origin TEXT NOT NULL,
    due_at INTEGER NOT NULL, started_clock INTEGER NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER, outcome TEXT,
    status INTEGER NOT NULL, error TEXT NOT NULL, truncated INTEGER NOT NULL, local TEXT NOT NULL, remote TEXT NOT NULL,
    exchange INTEGER NOT NULL, queue INTEGER, connect INTEGER, tls INTEGER, send INTEGER, wait INTEGER, receive INTEGER,
    capture INTEGER, sent_head BLOB NOT NULL, response_head BLOB NOT NULL, response_headers BLOB NOT NULL,
    response_body BLOB NOT NULL, response_body_body INTEGER, PRIMARY KEY (delivery, number));
CREATE INDEX attempts_open ON attempts (delivery, number) WHERE outcome IS NULL;
CREATE INDEX attempts_unmatched ON attempts (local, exchange) WHERE capture IS NULL AND local <> '';
)";

const char* const captureTables = R"(
CREATE TABLE captures (
    id INTEGER PRIMARY KEY, listener INTEGER NOT NULL, received_at INTEGER NOT NULL, local TEXT NOT NULL, remote TEXT NOT NULL,
    connection INTEGER NOT NULL, exchange INTEGER NOT NULL, tls TEXT NOT NULL, valid INTEGER NOT NULL, problem TEXT NOT NULL,
    problem_offset INTEGER, method BLOB NOT NULL, target BLOB NOT NULL, version BLOB NOT NULL, body_bytes INTEGER NOT NULL,
    wire_bytes INTEGER NOT NULL, rule TEXT NOT NULL, response_status INTEGER NOT NULL, fault TEXT NOT NULL, accept INTEGER,
    read INTEGER, think INTEGER, write INTEGER, delivery INTEGER, attempt_number INTEGER NOT NULL,
    forwarded_to TEXT NOT NULL, forward_error TEXT NOT NULL, stored_bytes INTEGER NOT NULL, head BLOB NOT NULL,
    headers BLOB NOT NULL, trailers BLOB NOT NULL, response BLOB NOT NULL, body BLOB NOT NULL, body_body INTEGER,
    wire_body BLOB NOT NULL, wire_body_body INTEGER);
CREATE INDEX captures_unmatched ON captures (remote, exchange) WHERE delivery IS NULL;
)";

/// Attempts and captures find each other in memory (RecentTraffic); an index cost each of them a page of its
/// own.
const char* const withoutMatchingIndexes = "DROP INDEX captures_unmatched; DROP INDEX attempts_unmatched;";

/// What passing on took, and what opens a listener's certificate file.
const char* const forwardingColumns = R"(
ALTER TABLE captures ADD COLUMN forwarding TEXT NOT NULL DEFAULT '';
ALTER TABLE listeners ADD COLUMN passphrase BLOB NOT NULL DEFAULT x'';
)";

/// Since when, on the workbench's clock, every attempt of a webhook has failed; no row: the last one did not.
const char* const failingWebhooks = R"(
CREATE TABLE failing_webhooks (
    webhook INTEGER PRIMARY KEY REFERENCES webhooks (id) ON DELETE CASCADE, since INTEGER NOT NULL);
)";

/// How long a webhook's circuit waits, in microseconds on the workbench's clock.
const char* const circuitPauses = R"(
ALTER TABLE webhooks ADD COLUMN circuit_pause INTEGER NOT NULL DEFAULT 60000000;
ALTER TABLE webhooks ADD COLUMN circuit_pause_cap INTEGER NOT NULL DEFAULT 3600000000;
)";

/// A long body of an answer, which any number of captures share: bodies.kept says how many rows refer to one.
const char* const sharedAnswers = "ALTER TABLE captures ADD COLUMN response_body INTEGER;";

/// These columns lie sealed, as BLOBs; sealOldSettings() has sealed what an older program left in them.
const char* const sealedSettings = R"(
ALTER TABLE webhooks RENAME COLUMN url TO sealed_url;
ALTER TABLE webhooks RENAME COLUMN headers TO sealed_headers;
ALTER TABLE listeners RENAME COLUMN config TO sealed_config;
)";
/// What was typed in the window and is not stored where it belongs, sealed, by a key of the window's.
const char* const draftTable =
    "CREATE TABLE drafts (key TEXT PRIMARY KEY, draft BLOB NOT NULL) WITHOUT ROWID;";
/// How far a listener's reply rules are, by their place in its list; kept also while a listener is removed,
/// so that it can be put back. And how much of an answer left, where not all of it did.
const char* const ruleProgress = R"(
CREATE TABLE rule_progress (
    listener INTEGER NOT NULL, place INTEGER NOT NULL, hits INTEGER NOT NULL, next INTEGER NOT NULL, draws INTEGER NOT NULL,
    since INTEGER, unjudged INTEGER NOT NULL, unjudged_reason TEXT NOT NULL, PRIMARY KEY (listener, place)) WITHOUT ROWID;
ALTER TABLE captures ADD COLUMN response_sent INTEGER;
)";

/// Which deliveries a command of another process made, in one transaction: it may have to go on elsewhere.
const char* const commandDeliveries = R"(
CREATE TABLE command_deliveries (
    command TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, made_at INTEGER NOT NULL) WITHOUT ROWID;
)";

/// How an attempt went out beside what it had of old, and the certificate that a webhook shows (its
/// passphrase lies sealed).
const char* const wayOutColumns = R"(
ALTER TABLE attempts ADD COLUMN proxy TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN client_certificate TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN sent_again INTEGER NOT NULL DEFAULT 0;
ALTER TABLE webhooks ADD COLUMN certificate_file TEXT NOT NULL DEFAULT '';
ALTER TABLE webhooks ADD COLUMN certificate_key_file TEXT NOT NULL DEFAULT '';
ALTER TABLE webhooks ADD COLUMN certificate_passphrase BLOB NOT NULL DEFAULT x'';
)";

/// The zone that a report's schedule is meant in, and the values of its filter cycle (a JSON array).
const char* const reportSchedules = R"(
ALTER TABLE reports ADD COLUMN zone TEXT NOT NULL DEFAULT '';
ALTER TABLE reports ADD COLUMN cycle TEXT NOT NULL DEFAULT '';
)";

/// What a replay goes back to and is compared with; of older ones only what they name themselves is known.
/// And a command may make deliveries in more than one transaction.
const char* const replayBasis = R"(
ALTER TABLE deliveries ADD COLUMN replay_root TEXT NOT NULL DEFAULT '';
ALTER TABLE deliveries ADD COLUMN compared_with TEXT NOT NULL DEFAULT '';
ALTER TABLE deliveries ADD COLUMN compared_passed INTEGER NOT NULL DEFAULT 0;
UPDATE deliveries SET replay_root = replay_of WHERE replay_of <> '';
CREATE INDEX deliveries_by_root ON deliveries (replay_root, url, id) WHERE replay_root <> '';
ALTER TABLE command_deliveries RENAME TO command_deliveries_before;
CREATE TABLE command_deliveries (
    command TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, made_at INTEGER NOT NULL,
    PRIMARY KEY (command, first)) WITHOUT ROWID;
INSERT INTO command_deliveries SELECT command, first, last, made_at FROM command_deliveries_before;
DROP TABLE command_deliveries_before;
)";

/// What was put on captures and deliveries, see markText(), and the bodies that are kept by name.
const char* const marksAndSamples = R"(
ALTER TABLE captures ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE deliveries ADD COLUMN mark TEXT NOT NULL DEFAULT '';
CREATE INDEX captures_marked ON captures (mark) WHERE mark <> '';
CREATE INDEX deliveries_marked ON deliveries (mark) WHERE mark <> '';
CREATE TABLE samples (
    name TEXT PRIMARY KEY, provider TEXT NOT NULL, event TEXT NOT NULL, content_type TEXT NOT NULL, created_at INTEGER NOT NULL,
    body BLOB NOT NULL, body_body INTEGER);
)";

/// Which of its reply rule's requests a capture was, and how many the rule was to answer.
const char* const ruleHits = R"(
ALTER TABLE captures ADD COLUMN rule_hit INTEGER;
ALTER TABLE captures ADD COLUMN rule_times INTEGER;
)";

/// One statement each: Qt's driver runs no more at once.
QStringList statements(std::initializer_list<const char*> scripts)
{
    QStringList list;
    for (const char* script : scripts) {
        for (const QString& statement : QString::fromUtf8(script).split(u';')) {
            if (const QString trimmed = statement.trimmed(); !trimmed.isEmpty())
                list << trimmed;
        }
    }
    return list;
}

} // namespace

const SchemaSteps& schemaSteps()
{
    static const SchemaSteps steps{statements({reportTables, deliveryTables, captureTables}),
                                   statements({withoutMatchingIndexes}),
                                   statements({forwardingColumns}),
                                   statements({failingWebhooks}),
                                   statements({circuitPauses}),
                                   statements({sharedAnswers}),
                                   statements({sealedSettings}),
                                   statements({draftTable}),
                                   statements({ruleProgress}),
                                   statements({commandDeliveries}),
                                   statements({wayOutColumns}),
                                   statements({reportSchedules}),
                                   statements({replayBasis}),
                                   statements({marksAndSamples}),
                                   statements({ruleHits})};
    return steps;
}

QByteArray newestStructureDigest()
{
    return QByteArrayLiteral("91dd450ae1468cc5ea760cbb0a4afff32a58466877f7df1ca3962d3c4bd7a611");
}

} // namespace hookworks
