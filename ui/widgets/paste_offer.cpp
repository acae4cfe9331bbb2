// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paste_offer.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <Qsci/qsciscintilla.h>

namespace hookworks {

PasteOffer::PasteOffer(QsciScintilla& editor, std::function<void()> asItIs)
    : QObject(&editor)
    , m_editor(editor)
    , m_asItIs(std::move(asItIs))
    , m_reading(&PasteOffer::literal)
{
    editor.installEventFilter(this);
}

std::optional<OfferedJson> PasteOffer::literal(const QByteArray& text, LiteralChoice choice)
{
    const auto reading = readLiteral(text, choice);
    if (!reading || reading->changes.isEmpty())
        return std::nullopt;
    return OfferedJson{prettyJson(reading->value), reading->changes, reading->hasChoices};
}

bool PasteOffer::isJsonPart(const QByteArray& text)
{
    QByteArray part = text.trimmed();
    if (part.startsWith(','))
        part.remove(0, 1);
    if (part.endsWith(','))
        part.chop(1);
    return readJson(text) || readJson('{' + part + '}') || readJson('[' + part + ']');
}

void PasteOffer::paste()
{
    const QByteArray text = QApplication::clipboard()->text().toUtf8();
    const bool whole = m_editor.selectedText().size() >= m_editor.text().trimmed().size();
    const Reading read = whole ? m_reading : Reading(&PasteOffer::literal);
    if (m_editor.isReadOnly() || text.size() > literalBytesLimit || isJsonPart(text) ||
        !read(text, LiteralChoice::First))
        return m_asItIs();
    auto* dialog = new LiteralDialog([read, text](LiteralChoice choice) { return read(text, choice); },
                                     tr("Paste as JSON"), tr("Paste as it is"), m_editor.window());
    connect(dialog, &LiteralDialog::taken, &m_editor,
            [this](const QByteArray& json) { m_editor.replaceSelectedText(QString::fromUtf8(json)); });
    connect(dialog, &LiteralDialog::leftAsItIs, &m_editor, [this] { m_asItIs(); });
    dialog->open();
}

bool PasteOffer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste))
        return QObject::eventFilter(watched, event);
    paste();
    return true;
}

} // namespace hookworks
