// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retry_policy.h"
#include "domain/task_definition.h"
#include "json/value.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace hookworks {

/// Where a value of a profile comes from: the word (`documented`, `inferred`, `assumed`) and the page, if
/// any.
struct Provenance
{
    QString word;
    QString page;
    bool operator==(const Provenance&) const = default;
};

/// One member of a payload, in its place. A text value may hold `{event}`, `{outcome}`, `{error}`,
/// `{taskId}`,
/// `{now}`; the value `{document}` alone is the report's document.
struct PayloadField
{
    QString key;
    JsonValue value;
    QString onlyOutcome; ///< empty: always; else the member is there for this outcome alone
    Provenance provenance;
    bool operator==(const PayloadField&) const = default;
};

struct ProfileEvent
{
    QString name;
    QString title;
    QStringList outcomes;       ///< empty: the event has none
    QString errorPrefix;        ///< put before the reason; empty: the event has no error
    QList<PayloadField> fields; ///< in the order on the wire
    Provenance provenance;
    bool operator==(const ProfileEvent&) const = default;
};

/// A state of a whole task, and the event that is sent when it is reached (empty: none).
struct TaskStep
{
    QString name;
    QString event;
    QString onlyOutcome;        ///< empty: always
    bool afterDuration = false; ///< reached when the task's duration is over
    bool operator==(const TaskStep&) const = default;
};

/// A member that a rendered document has, in this order; the document's own value wins over `missing`.
struct DocumentField
{
    QString key;
    QString type; ///< see value_type.h
    bool required = false;
    JsonValue missing; ///< what is sent where the document lacks it; may hold the payload's `{…}`
    Provenance provenance;
    QString title;    ///< on screen; empty: made of the key
    QString help;     ///< one sentence
    QString alias;    ///< another spelling that the platform takes
    QString editor;   ///< how its text is typed: `lines`, `secret`, `colour`, `image`, `icon`; empty: a line
    QString names;    ///< its text names a member of that option's entries: `data`
    QStringList only; ///< component types that may stand in it; empty: all
    std::optional<double> min; ///< of a number
    std::optional<double> max;
    std::optional<JsonValue> standard; ///< what the platform takes where it is left out; none: nobody says
    bool operator==(const DocumentField&) const = default;
};

/// The first key's time may not be after the second's.
struct TimeOrder
{
    QString first, second;
    bool operator==(const TimeOrder&) const = default;
};

/// The options of one kind of component.
struct ComponentType
{
    QString name;
    QString title;          ///< on screen; empty: the name
    QString look;           ///< how it is drawn: `section`, `row`, `card`, `text`, `table`, `bar`, …
    QString group;          ///< `core`, `premium`, `beta`, `older`
    QStringList exactlyOne; ///< of these options one must be set, and no other of them
    Provenance exactlyOneProvenance;
    std::optional<JsonValue> initialOptions; ///< of a new one; none: it has no options
    bool holdsComponents = false;
    bool optionsOptional = false;
    QList<DocumentField> options;
    bool operator==(const ComponentType&) const = default;
};

/// A document to start a report from.
struct DocumentTemplate
{
    QString title;
    QByteArray document; ///< indented JSON
    bool operator==(const DocumentTemplate&) const = default;
};

/// Where a document lists its own webhooks.
struct DocumentHooks
{
    QStringList path; ///< `config`, `webhooks`; empty: documents list none
    QString urlKey, tokenKey;
    int max = 0; ///< 0: no limit is known
    Provenance maxProvenance;
    bool operator==(const DocumentHooks&) const = default;
};

/// One report platform's webhook behaviour.
struct ProviderProfile
{
    QString key, title, page;
    QString revision; ///< a hash of all that the file says, however it is laid out: `3f2ab41c09de`
    QByteArray method;
    QByteArray contentType;
    QString authHeader;      ///< `Authorization`; empty: the platform sends no token
    QString authScheme;      ///< put before the token, with a space; empty: the bare token
    QString authLabel;       ///< what its users call the token
    QString messageIdHeader; ///< carries the delivery's message id; empty: it is not on the wire
    QString resultUrl;       ///< `{resultUrl}` in payloads; may hold `{taskId}`
    RetryPolicy policy;      ///< named `provider`; its timeout is set
    QString policyWords;
    QList<ProfileEvent> events;
    QList<TaskStep> steps;
    QStringList recognisedBy;      ///< top-level keys, any of which tells a document of this provider
    QString nameKey;               ///< dotted path of what names a report in its document
    QList<DocumentField> document; ///< top-level members
    bool completes = false;        ///< payloads carry every field of `document`, missing ones filled
    QHash<QString, QList<DocumentField>> structs; ///< named object types
    QHash<QString, QStringList> enums;            ///< named lists of words
    QList<ComponentType> components;
    QList<TimeOrder> timeOrders;
    DocumentHooks hooks;
    TaskDefinition task; ///< of documents that are one scheduled task
    /// To start a report from, with `{uuid}`, `{title}`, `{now}`, `{start}`, `{end}` in it.
    QByteArray newDocument;
    QList<DocumentTemplate> templates;
    /// What words stand for on a page, `#rrggbb`: a colour scheme's series in order, and the colours that a
    /// theme gives its variables. Assumed where the vendor does not say.
    QHash<QString, QStringList> palettes;
    QHash<QString, QHash<QString, QString>> themes;
    QHash<QString, QStringList> fonts;     ///< a typography theme's families: headings, paragraphs
    QHash<QString, Provenance> provenance; ///< of everything else, by its key in the file

    const ProfileEvent* event(const QString& name) const;
    const ComponentType* component(const QString& name) const;
};

/// Reads a profile's text. BadInput names line, column and JSON path; unknown keys are errors.
Result<ProviderProfile> profileFromJson(const QByteArray& text);

} // namespace hookworks
