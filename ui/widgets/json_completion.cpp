// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/json_completion.h"

#include "ui/widgets/text_views.h"

#include <QKeyEvent>
#include <QToolTip>
#include <Qsci/qsciscintilla.h>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int restMs = 500;

QByteArray bytesOf(const QsciScintilla& editor)
{
    return editor.text().toUtf8();
}

} // namespace

JsonCompletion::JsonCompletion(QsciScintilla& editor, ProblemAt problemAt)
    : QObject(&editor)
    , m_editor(editor)
    , m_problemAt(std::move(problemAt))
{
    editor.installEventFilter(this);
    editor.SendScintilla(QsciScintilla::SCI_AUTOCSETSEPARATOR, static_cast<unsigned long>('\n'));
    editor.SendScintilla(QsciScintilla::SCI_AUTOCSETIGNORECASE, 1UL);
    editor.SendScintilla(QsciScintilla::SCI_AUTOCSETORDER,
                         static_cast<unsigned long>(QsciScintilla::SC_ORDER_CUSTOM));
    editor.SendScintilla(QsciScintilla::SCI_SETMOUSEDWELLTIME, static_cast<unsigned long>(restMs));
    connect(&editor, &QsciScintilla::SCN_CHARADDED, this, &JsonCompletion::typed);
    connect(&editor, qOverload<const char*, int>(&QsciScintilla::SCN_AUTOCSELECTION), this,
            [this](const char* word, int) { take(QString::fromUtf8(word)); });
    connect(&editor, &QsciScintilla::SCN_DWELLSTART, this, &JsonCompletion::help);
    connect(&editor, &QsciScintilla::SCN_DWELLEND, this, [] { QToolTip::hideText(); });
}

void JsonCompletion::setSchema(const JsonValue& schema)
{
    m_schema = schema;
}

bool JsonCompletion::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Space || key->modifiers() != Qt::ControlModifier)
        return QObject::eventFilter(watched, event);
    complete();
    return true;
}

void JsonCompletion::typed(int character)
{
    const bool starts = character == '"' || character == '_' || (character < 128 && std::isalnum(character));
    const bool open = m_editor.SendScintilla(QsciScintilla::SCI_AUTOCACTIVE) != 0;
    if (starts && !open && m_schema.isObject() && m_editor.length() <= mostBytesWhileTyping)
        complete();
}

void JsonCompletion::complete()
{
    if (!m_schema.isObject() || m_editor.isReadOnly())
        return;
    const long position = m_editor.SendScintilla(QsciScintilla::SCI_GETCURRENTPOS);
    m_offered = proposalsAt(m_schema, bytesOf(m_editor), position);
    const bool finished = m_offered.list.size() == 1 && m_offered.list.first().word == m_offered.typed;
    if (m_offered.list.isEmpty() || finished)
        return;
    QStringList words;
    for (const JsonProposal& proposal : std::as_const(m_offered.list))
        words << proposal.word;
    m_editor.SendScintilla(QsciScintilla::SCI_AUTOCSHOW,
                           static_cast<unsigned long>(m_offered.typed.toUtf8().size()),
                           words.join(u'\n').toUtf8().constData());
}

/// The word is replaced as a whole, with its quotes and, behind a key, its colon.
void JsonCompletion::take(const QString& word)
{
    m_editor.SendScintilla(QsciScintilla::SCI_AUTOCCANCEL);
    const long position = m_editor.SendScintilla(QsciScintilla::SCI_GETCURRENTPOS);
    const JsonProposals now = proposalsAt(m_schema, bytesOf(m_editor), position);
    const auto chosen = std::ranges::find(m_offered.list, word, &JsonProposal::word);
    if (chosen == m_offered.list.end())
        return;
    m_editor.SendScintilla(QsciScintilla::SCI_SETTARGETSTART, static_cast<unsigned long>(now.from));
    m_editor.SendScintilla(QsciScintilla::SCI_SETTARGETEND, static_cast<unsigned long>(now.to));
    m_editor.SendScintilla(QsciScintilla::SCI_REPLACETARGET,
                           static_cast<unsigned long>(chosen->insert.size()), chosen->insert.constData());
    const bool inside = chosen->insert == "[]" || chosen->insert == "{}";
    const qint64 end = now.from + chosen->insert.size() - (inside ? 1 : 0);
    m_editor.SendScintilla(QsciScintilla::SCI_GOTOPOS, static_cast<unsigned long>(end));
}

void JsonCompletion::help(int position, int x, int y)
{
    if (position < 0)
        return;
    int line = 0, column = 0;
    m_editor.lineIndexFromPosition(position, &line, &column);
    QStringList words{m_problemAt(line + 1, column + 1)};
    if (m_schema.isObject())
        words << schemaHelpAt(m_schema, bytesOf(m_editor), position);
    words.removeAll(QString());
    if (!words.isEmpty())
        QToolTip::showText(m_editor.mapToGlobal(QPoint(x, y)), plainToolTip(words.join(u'\n')), &m_editor);
}

} // namespace hookworks
