// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/inline_message.h"

namespace hookworks {

/// How far a search got that takes long, with Stop and Go on, and how much it could not look at. Says nothing
/// of one that is through at once.
class SearchNotice final : public QWidget
{
    Q_OBJECT

public:
    explicit SearchNotice(QWidget* parent = nullptr);

    /// Another search, which has found nothing yet.
    void begin();
    /// It was looked back to this row; `unreadable` more could not be looked at.
    void lookedBackTo(const QString& id, qint64 unreadable);
    /// There is nothing older.
    void end(qint64 unreadable);
    bool isStopped() const { return m_stopped; }
    /// A new page was asked for: it may take its time again.
    void goOn() { m_stopped = false; }

signals:
    void goOnWanted();

private:
    void tell();
    QString unreadableWords() const;

    InlineMessage* m_bar;
    QString m_backTo;
    qint64 m_unreadable = 0;
    bool m_stopped = false, m_ended = false;
};

} // namespace hookworks
