// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paged_text.h"

#include "query/text_match.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/numbered_text.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype longestPiece = 8192;

/// As it is put into the view; the same for a part of a page, so that places can be counted.
QString pageText(QByteArray bytes)
{
    bytes.replace("\r\n", "\n");
    QString text = visibleBytes(bytes);
    breakLongLines(text, longestPiece);
    return text;
}

bool continuesCharacter(char byte)
{
    return (static_cast<uchar>(byte) & 0xc0U) == 0x80U;
}

QToolButton* pageButton(Qt::ArrowType arrow, const QString& words)
{
    auto* button = new QToolButton;
    button->setArrowType(arrow);
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::StrongFocus);
    setLook(*button, ButtonLook::Quiet);
    return button;
}

/// The last place before `limit`; -1: none.
qsizetype lastBefore(const Needle& needle, QByteArrayView text, qsizetype limit)
{
    qsizetype last = -1;
    for (qsizetype at = needle.in(text); at >= 0 && at < limit; at = needle.in(text, at + 1))
        last = at;
    return last;
}

} // namespace

PagedText::PagedText(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_note(new InlineMessage)
    , m_text(new NumberedText)
    , m_pager(new QWidget)
    , m_place(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_before(pageButton(Qt::LeftArrow, tr("Page before")))
    , m_after(pageButton(Qt::RightArrow, tr("Next page")))
{
    m_text->setAccessibleName(name);
    auto* row = new QHBoxLayout(m_pager);
    row->setContentsMargins(space::wide, space::hair, space::wide, space::hair);
    row->setSpacing(space::tight);
    row->addWidget(m_place, 1);
    row->addWidget(m_before);
    row->addWidget(m_after);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_note);
    column->addWidget(m_text, 1);
    column->addWidget(m_pager);
    setFocusProxy(m_text);
    connect(m_before, &QToolButton::clicked, this, [this] { showPage(startOfPageWith(m_start - 1)); });
    connect(m_after, &QToolButton::clicked, this, [this] { showPage(pageEnd(m_start)); });
}

void PagedText::setBytes(const QByteArray& bytes, const QString& note)
{
    const bool same = bytes == m_bytes && !m_text->document()->isEmpty();
    if (note.isEmpty())
        m_note->clear();
    else
        m_note->tell(note, Severity::Note, {}, false);
    if (same)
        return; // one who reads keeps the place
    m_bytes = bytes;
    m_found = -1;
    m_pager->setVisible(bytes.size() > pageBytes);
    showPage(0);
}

/// Not inside a character, nor inside a line's end.
qsizetype PagedText::pageEnd(qsizetype start) const
{
    qsizetype end = std::min(start + pageBytes, m_bytes.size());
    for (int i = 0; i < 3 && end < m_bytes.size() && end > start && continuesCharacter(m_bytes[end]); ++i)
        --end;
    if (end < m_bytes.size() && m_bytes[end] == '\n' && m_bytes[end - 1] == '\r')
        --end;
    return end;
}

qsizetype PagedText::startOfPageWith(qsizetype offset) const
{
    qsizetype start = 0;
    while (pageEnd(start) <= offset && pageEnd(start) < m_bytes.size())
        start = pageEnd(start);
    return start;
}

void PagedText::showPage(qsizetype start)
{
    m_start = start;
    const qsizetype end = pageEnd(start);
    m_text->setPlainText(pageText(m_bytes.sliced(start, end - start)));
    m_text->setFirstNumber(1 + QByteArrayView(m_bytes).first(start).count('\n'));
    const QLocale locale;
    m_place->setText(
        tr("Bytes %1 to %2 of %3")
            .arg(locale.toString(start + 1), locale.toString(end), locale.toString(m_bytes.size())));
    m_before->setEnabled(start > 0);
    m_after->setEnabled(end < m_bytes.size());
}

/// Where the byte stands in the page's text.
qsizetype PagedText::letterOf(qsizetype offset) const
{
    return pageText(m_bytes.sliced(m_start, offset - m_start)).size();
}

void PagedText::mark(qint64 offset)
{
    if (offset < 0 || offset > m_bytes.size())
        return;
    const qsizetype start = startOfPageWith(offset);
    if (start != m_start)
        showPage(start);
    QTextCursor cursor(m_text->document());
    cursor.setPosition(static_cast<int>(letterOf(offset)));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    if (!cursor.hasSelection())
        cursor.select(QTextCursor::LineUnderCursor);
    m_text->setTextCursor(cursor);
}

bool PagedText::find(const QString& text, bool forward)
{
    const Needle needle(text.toUtf8(), LetterCase::Ignored);
    qsizetype at = forward ? needle.in(m_bytes, m_found + 1)
                           : lastBefore(needle, m_bytes, m_found < 0 ? m_bytes.size() : m_found);
    if (at < 0)
        at = forward ? needle.in(m_bytes) : lastBefore(needle, m_bytes, m_bytes.size());
    if (at < 0 || text.isEmpty())
        return false;
    m_found = at;
    const qsizetype start = startOfPageWith(at);
    if (start != m_start)
        showPage(start);
    QTextCursor cursor(m_text->document());
    cursor.setPosition(static_cast<int>(letterOf(at)));
    const qsizetype end = std::min(at + needle.size(), pageEnd(m_start));
    cursor.setPosition(static_cast<int>(letterOf(end)), QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    return true;
}

QString PagedText::shownText() const
{
    return m_text->toPlainText();
}

QString PagedText::markedText() const
{
    return m_text->textCursor().selectedText();
}

} // namespace hookworks
