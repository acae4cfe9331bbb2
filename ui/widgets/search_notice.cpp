// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_notice.h"

#include <QLocale>
#include <QVBoxLayout>

namespace hookworks {

SearchNotice::SearchNotice(QWidget* parent)
    : QWidget(parent)
    , m_bar(new InlineMessage)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    hide();
}

void SearchNotice::begin()
{
    m_backTo.clear();
    m_unreadable = 0;
    m_stopped = m_ended = false;
    m_bar->clear();
    hide();
}

void SearchNotice::lookedBackTo(const QString& id, qint64 unreadable)
{
    m_backTo = id;
    m_unreadable += unreadable;
    tell();
}

void SearchNotice::end(qint64 unreadable)
{
    m_ended = true;
    m_unreadable += unreadable;
    tell();
}

QString SearchNotice::unreadableWords() const
{
    return m_unreadable > 0 ? tr("Bodies that could not be looked at, and may match: %1.")
                                  .arg(QLocale().toString(m_unreadable))
                            : QString();
}

void SearchNotice::tell()
{
    show();
    if (m_ended) {
        if (m_unreadable > 0)
            m_bar->tell(unreadableWords(), Severity::Warning);
        else
            hide();
    } else if (m_stopped) {
        m_bar->tell(tr("Stopped at %1. %2").arg(m_backTo, unreadableWords()), Severity::Note,
                    {tr("Go on"),
                     [this] {
                         m_stopped = false;
                         emit goOnWanted();
                     }},
                    false);
    } else {
        m_bar->tell(tr("Searching; looked back to %1. %2").arg(m_backTo, unreadableWords()), Severity::Note,
                    {tr("Stop"),
                     [this] {
                         m_stopped = true;
                         tell();
                     }},
                    false);
    }
}

} // namespace hookworks
