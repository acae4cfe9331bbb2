// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/time.h"
#include "workbench/session/answer.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace hookworks {

class Session;
struct AnswerChange;
struct Comparison;
struct SeriesComparison;

/// One line or one place of a comparison.
struct DifferenceLine
{
    enum class Kind
    {
        Same, ///< only between lines
        Added,
        Removed,
        Changed ///< only structural
    };
    Kind kind = Kind::Same;
    QString place; ///< `headers.Content-Type`, `$.reportTask.title`; empty: a line of text
    QString left, right;
    bool operator==(const DifferenceLine&) const = default;
};

struct Difference
{
    bool structural = false; ///< both bodies are JSON, and were compared by value
    bool same = false;       ///< by value
    bool sameBytes = false;  ///< head and body, as they were on the wire
    QList<DifferenceLine> lines;
    bool operator==(const Difference&) const = default;
};

/// A body that is compared by itself.
struct NamedBody
{
    QString name; ///< for people
    QByteArray body;
    RealTime at; ///< when it was made or kept
    bool operator==(const NamedBody&) const = default;
};

/// Compares requests as they were on the wire: deliveries, their attempts, captures and entries of HTTP
/// archives, in any mix, by the names of workbench/inspect/series.h.
class Differ final : public QObject
{
    Q_OBJECT

public:
    explicit Differ(Session& session);

    /// What is secret is compared, and said as `***` unless `withSecrets`.
    Answer<Difference> compare(const QString& left, const QString& right, bool withSecrets = false);
    /// Field by field, answers included, what is equal too; by the ignore list of the provider that both are
    /// of, or `ignore`. Secrets are compared, and said as `***`. Without `right`: with before(`left`).
    Answer<Comparison> compareFields(const QString& left, const QString& right,
                                     const std::optional<QStringList>& ignore = {});
    /// What `name` is compared with where nobody says it: the attempt before, what a replay replays, an
    /// earlier delivery or capture that is similar. NotFound, with words, where there is none.
    Answer<QString> before(const QString& name);
    /// What came back to two deliveries or captures, in short.
    Answer<AnswerChange> compareAnswers(const QString& before, const QString& now);
    /// The same of two bodies, by themselves.
    Answer<Comparison> compareBodyFields(const NamedBody& left, const NamedBody& right,
                                         const QString& provider,
                                         const std::optional<QStringList>& ignore = {});
    /// Two series, request by request, or one, each request with the one before it.
    Answer<SeriesComparison> compareSeries(const QString& left, const QString& right = {},
                                           const std::optional<QStringList>& ignore = {});
    /// How many fields that count differ from the capture that is similar to it; nullopt where there is none,
    /// or a body is larger than 256 KiB.
    Answer<std::optional<int>> differencesToSimilar(CaptureId id);
    /// Remembers it for the provider (empty: for what is of none).
    Answer<void> setIgnored(const QString& provider, const QStringList& ignore);
    static Difference compareBodies(const QByteArray& left, const QByteArray& right);
    /// Two texts, what is equal included.
    static QList<DifferenceLine> compareLines(const QByteArray& left, const QByteArray& right);

private:
    Session* m_session;
};

} // namespace hookworks
