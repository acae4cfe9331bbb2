// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>

class QToolButton;

namespace hookworks {

class ElidedLabel;
class InlineMessage;
class NumberedText;

/// Bytes as text, all of them, however many: a page at a time where they are many, which it says. Line ends
/// of HTTP are line ends; other controls, and letters one does not see, are shown.
class PagedText final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype pageBytes = 256 * 1024;

    /// `name`: for screen readers.
    explicit PagedText(const QString& name, QWidget* parent = nullptr);

    /// `note`: what there is to say about it, in place above the text.
    void setBytes(const QByteArray& bytes, const QString& note = {});
    /// Shows the byte at `offset` and marks from there to the end of its line.
    void mark(qint64 offset);
    /// Selects the next place of `text`, in any case of ASCII letters, on whichever page, around the end.
    bool find(const QString& text, bool forward);
    void restartFind() { m_found = -1; }
    QString shownText() const;
    QString markedText() const;

private:
    void showPage(qsizetype start);
    qsizetype pageEnd(qsizetype start) const;
    qsizetype startOfPageWith(qsizetype offset) const;
    qsizetype letterOf(qsizetype offset) const;

    QByteArray m_bytes;
    InlineMessage* m_note;
    NumberedText* m_text;
    QWidget* m_pager;
    ElidedLabel* m_place;
    QToolButton *m_before, *m_after;
    qsizetype m_start = 0;
    qsizetype m_found = -1; ///< where find() was last
};

} // namespace hookworks
