// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/design/providers.h"

#include <QObject>

namespace hookworks {

/// What is wrong with a document as it is now: at once, of a large one from another thread, one check at a
/// time, so that typing does not queue them. Main thread.
class DocumentCheck final : public QObject
{
    Q_OBJECT
public:
    /// `providers` must outlive it.
    explicit DocumentCheck(const Providers& providers, QObject* parent = nullptr);

    static bool isLarge(const QByteArray& text);
    /// Instead of what was wanted before.
    void check(const QString& provider, const QByteArray& text);
    /// The text that the problems found last are of.
    const QByteArray& checked() const { return m_checked; }

signals:
    /// In the text that was wanted last, never in an older one.
    void found(const QList<hookworks::DesignProblem>& problems);

private:
    struct Wanted
    {
        QString provider;
        QByteArray text;
        bool operator==(const Wanted&) const = default;
    };
    void start();
    void take(const Wanted& of, const QList<DesignProblem>& problems);

    const Providers& m_providers;
    Wanted m_wanted;
    QByteArray m_checked;
    bool m_running = false;
};

} // namespace hookworks
