// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/reply_rule.h"
#include "json/path.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <memory>
#include <optional>

namespace hookworks {

/// The paths of the conditions on the body, each once: as a rule says it, and read.
struct BodyPaths
{
    QStringList texts;
    QList<JsonPath> paths;
};

/// What a rule looks at.
struct RuleRequest
{
    QByteArrayView method, target;
    const HeaderList& headers;
    QByteArray body; ///< decoded; empty: no condition on the body holds
};

/// What to answer.
struct RuleChoice
{
    int rule = -1;     ///< its place in the list; -1: none matched, the default answer
    QString name;      ///< of the rule: its own, else `rule 2`; empty: the default answer
    Reply reply;       ///< default: 200 with an empty body
    Micros delay{0};   ///< drawn from the reply's delay
    QString forwardTo; ///< not empty: pass the request on instead of `reply`
    bool operator==(const RuleChoice&) const = default;
};

/// `pattern`, whose `*` stands for any run of characters, fits the whole of `text`.
bool matchesPattern(QByteArrayView pattern, QByteArrayView text);

/// Chooses answers by reply rules; first match wins. A value without clock or socket: the same rules, seeds
/// and requests give the same choices. An answer of `otherwise` is a hit too, but does not move the sequence
/// on. Conditions on the body look into JSON; an array or object of more than 256 KiB is compared with
/// nothing.
class RuleEngine
{
public:
    RuleEngine();
    explicit RuleEngine(const QList<ReplyRule>& rules);
    ~RuleEngine();
    RuleEngine(RuleEngine&&) noexcept;
    RuleEngine& operator=(RuleEngine&&) noexcept;

    /// A rule that is equal to one there was keeps its hits, its place in its sequence and its draws.
    void setRules(const QList<ReplyRule>& rules);
    RuleChoice choose(const RuleRequest& request);
    /// Whether the choice may depend on the body, which need not be there yet.
    bool needsBody(const RuleRequest& request) const;
    /// At accept, before a byte is read: the choice, where the first live rule has no condition and would
    /// drop.
    std::optional<RuleChoice> chooseDrop();
    /// One number a rule, in their order.
    QList<qint64> hits() const;

private:
    struct Rule;
    std::vector<std::unique_ptr<Rule>> m_rules;
    BodyPaths m_bodyPaths;
};

} // namespace hookworks
