// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/temporary_rules.h"

#include "json/object_reader.h"
#include "json/values_rules.h"
#include "workbench/deliver/bulk.h"
#include "workbench/session/io_parts.h"
#include "workbench/session/session.h"

#include <algorithm>

namespace hookworks {

namespace {

using Temporary = QList<TemporaryRule>;

const QString temporaryKey = QStringLiteral("simulate/temporary-rules");

QString temporaryText(const Temporary& rules)
{
    JsonValue list = JsonValue::array();
    for (const TemporaryRule& one : rules) {
        QStringList until;
        for (const DeliveryId id : one.until)
            until << id.toString();
        JsonValue entry = JsonValue::object();
        entry.append(QStringLiteral("listener"), JsonValue::string(QString::number(one.listener.number)));
        entry.append(QStringLiteral("rules"), ruleListJson({one.rule}));
        entry.append(QStringLiteral("until"), JsonValue::string(until.join(u' ')));
        list.append(entry);
    }
    JsonValue all = JsonValue::object();
    all.append(QStringLiteral("temporary"), list);
    return QString::fromUtf8(compactJson(all));
}

TemporaryRule takeTemporary(ObjectReader object)
{
    TemporaryRule one;
    one.listener.number = object.text(u"listener").value_or(QString()).toLongLong();
    one.rule = takeRules(object, u"rules").value(0);
    for (const QString& id : object.text(u"until").value_or(QString()).split(u' ', Qt::SkipEmptyParts)) {
        if (const auto delivery = DeliveryId::parse(id))
            one.until << *delivery;
    }
    return one;
}

/// What cannot be read was never written by us.
Temporary temporaryFrom(const QString& text)
{
    return readJsonObject(text.toUtf8(), JsonSource::Program,
                          [](ObjectReader& object) {
                              Temporary rules;
                              for (const auto& [value, path] : object.items(u"temporary"))
                                  rules << takeTemporary(ObjectReader(*value, path, object.reading()));
                              return rules;
                          })
        .value_or(Temporary());
}

/// What a running listener takes over, one after the other: a rule that is put in again begins anew.
using Steps = QList<ListenerConfig>;

Result<void> write(Writer& writer, const ListenerConfig& config, Steps& steps)
{
    steps << config;
    return writer.updateListener(config);
}

Result<void> takeOut(Writer& writer, const TemporaryRule& one, Steps& steps)
{
    auto config = writer.listener(one.listener);
    if (!config || config->rules.removeAll(one.rule) == 0)
        return {}; // the listener or the rule has gone meanwhile
    return write(writer, *config, steps);
}

Result<Steps> putIn(Writer& writer, const Temporary& added)
{
    Temporary all = temporaryFrom(writer.setting(temporaryKey).value_or(QString()));
    Steps steps;
    for (const TemporaryRule& one : added) {
        for (const TemporaryRule& old : Temporary(all)) {
            if (old.listener != one.listener || old.rule.match.path != one.rule.match.path)
                continue;
            if (auto out = takeOut(writer, old, steps); !out)
                return tl::unexpected<Error>(out.error());
            all.removeOne(old);
        }
        auto config = writer.listener(one.listener);
        if (!config)
            return tl::unexpected<Error>(config.error());
        config->rules.prepend(one.rule);
        if (auto in = write(writer, *config, steps); !in)
            return tl::unexpected<Error>(in.error());
        all << one;
    }
    return writer.setSetting(temporaryKey, temporaryText(all)).map([&] { return steps; });
}

Result<Steps> takeOutAll(Writer& writer, const Temporary& rules)
{
    Temporary all = temporaryFrom(writer.setting(temporaryKey).value_or(QString()));
    Steps steps;
    for (const TemporaryRule& one : rules) {
        if (!all.removeOne(one)) // another run has put in its own
            continue;
        if (auto out = takeOut(writer, one, steps); !out)
            return tl::unexpected<Error>(out.error());
    }
    return writer.setSetting(temporaryKey, temporaryText(all)).map([&] { return steps; });
}

Result<void> noteUntil(Writer& writer, const Temporary& rules, const QList<DeliveryId>& until)
{
    Temporary all = temporaryFrom(writer.setting(temporaryKey).value_or(QString()));
    for (TemporaryRule& one : all) {
        if (rules.contains(one))
            one.until = until;
    }
    return writer.setSetting(temporaryKey, temporaryText(all));
}

Temporary withUntil(Temporary rules, const QList<DeliveryId>& until)
{
    for (TemporaryRule& one : rules)
        one.until = until;
    return rules;
}

Result<void> tellListeners(Session& session, const Result<Steps>& steps)
{
    if (steps && !steps->isEmpty())
        session.onIo([steps = *steps](IoParts& io) {
            for (const ListenerConfig& config : steps)
                static_cast<void>(io.listeners().update(config)); // its view tells a failure
        });
    return steps.map([](const Steps&) {});
}

} // namespace

TemporaryRules::TemporaryRules(Session& session)
    : m_session(session)
{
    connect(&session.live(), &LiveState::clockChanged, this, &TemporaryRules::goOn);
}

Answer<void> TemporaryRules::put(const QList<TemporaryRule>& rules)
{
    return m_session.store()
        .write([rules](Writer& writer) { return putIn(writer, rules); })
        .then(this, [this](const Result<Steps>& steps) { return tellListeners(m_session, steps); });
}

void TemporaryRules::removeAfter(const QList<TemporaryRule>& rules, const QList<DeliveryId>& deliveries)
{
    m_session.store()
        .write([rules, deliveries](Writer& writer) { return noteUntil(writer, rules, deliveries); })
        .then(this, [this, rules = withUntil(rules, deliveries), deliveries](const Result<void>&) {
            (new FinalWait(m_session, deliveries, this))
                ->answer()
                .then(this, [this, rules](const Result<QList<DeliveryRecord>>&) { remove(rules); });
        });
}

void TemporaryRules::remove(const QList<TemporaryRule>& rules)
{
    m_session.store()
        .write([rules](Writer& writer) { return takeOutAll(writer, rules); })
        .then(this, [this](const Result<Steps>& steps) { return tellListeners(m_session, steps); });
}

/// Once, when the session has begun: what an earlier run of the program left.
void TemporaryRules::goOn()
{
    if (std::exchange(m_goesOn, true) || m_session.isReadOnly())
        return;
    m_session.store()
        .read([](Reader& reader) { return reader.setting(temporaryKey); })
        .then(this, [this](const Result<QString>& setting) {
            for (const TemporaryRule& one : temporaryFrom(setting.value_or(QString())))
                removeAfter({one}, one.until);
        });
}

} // namespace hookworks
