// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/html_editor.h"

#include "ui/widgets/code_leading.h"
#include "ui/widgets/tab_ring.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/undo_keys.h"

#include <QEvent>
#include <QVBoxLayout>
#include <Qsci/qsciabstractapis.h>
#include <Qsci/qscilexerhtml.h>
#include <Qsci/qsciscintilla.h>

namespace hookworks {

namespace {

constexpr int lettersBeforeCompletion = 2;

const QStringList& htmlWords()
{
    static const QStringList words = QStringLiteral("a alt article aside body border br caption cellpadding "
                                                    "cellspacing class code col colgroup colspan content "
                                                    "dd div dl dt em figcaption figure footer h1 h2 h3 h4 h5 "
                                                    "h6 head header height hr href html id img lang li link "
                                                    "main meta name ol p pre report-master-meta rowspan "
                                                    "section small span src strong style sub sup table "
                                                    "tbody td tfoot th thead title tr ul width")
                                         .split(u' ');
    return words;
}

/// Offers the words that begin as the one at the cursor. QScintilla's own QsciAPIs sorts its words on a
/// thread, waits half a second for it to end when the editor goes, and ends the program where that was too
/// short.
class HtmlCompletions final : public QsciAbstractAPIs
{
public:
    using QsciAbstractAPIs::QsciAbstractAPIs;

    void updateAutoCompletionList(const QStringList& context, QStringList& list) override
    {
        if (context.isEmpty() || context.last().isEmpty())
            return;
        for (const QString& word : htmlWords()) {
            if (word.startsWith(context.last(), Qt::CaseInsensitive))
                list << word;
        }
    }
    QStringList callTips(const QStringList&, int, QsciScintilla::CallTipsStyle, QList<int>&) override
    {
        return {};
    }
};

void colourHtml(QsciLexerHTML& lexer, const QPalette& palette, const QFont& font)
{
    const QColor text = colour(Colour::Text, palette);
    const QColor paper = colour(Colour::Surface, palette);
    lexer.setDefaultColor(text);
    lexer.setDefaultPaper(paper);
    lexer.setDefaultFont(font);
    for (int style = 0; style < 128; ++style) {
        if (lexer.description(style).isEmpty())
            continue;
        lexer.setColor(text, style);
        lexer.setPaper(paper, style);
        lexer.setFont(font, style);
        lexer.setEolFill(false, style);
    }
    for (const int style : {QsciLexerHTML::Tag, QsciLexerHTML::UnknownTag, QsciLexerHTML::XMLTagEnd})
        lexer.setColor(codeColour(CodeColour::String, palette), style);
    for (const int style : {QsciLexerHTML::Attribute, QsciLexerHTML::UnknownAttribute})
        lexer.setColor(codeColour(CodeColour::Key, palette), style);
    for (const int style : {QsciLexerHTML::HTMLDoubleQuotedString, QsciLexerHTML::HTMLSingleQuotedString,
                            QsciLexerHTML::HTMLNumber, QsciLexerHTML::Entity})
        lexer.setColor(codeColour(CodeColour::Number, palette), style);
    lexer.setColor(quietTextColour(palette), QsciLexerHTML::HTMLComment);
}

} // namespace

HtmlEditor::HtmlEditor(QWidget* parent)
    : QWidget(parent)
    , m_editor(new QsciScintilla)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_editor);
    auto* lexer = new QsciLexerHTML(m_editor);
    lexer->setAPIs(new HtmlCompletions(lexer));
    m_editor->setLexer(lexer);
    m_editor->setUtf8(true);
    m_editor->setEolMode(QsciScintilla::EolUnix);
    m_editor->setIndentationsUseTabs(false);
    m_editor->setIndentationWidth(2);
    m_editor->setAutoIndent(true);
    m_editor->setWrapMode(QsciScintilla::WrapWord);
    m_editor->setMarginWidth(1, 0);
    m_editor->SendScintilla(QsciScintilla::SCI_SETMARGINLEFT, 0UL, static_cast<long>(space::wide));
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setAutoCompletionSource(QsciScintilla::AcsAPIs);
    m_editor->setAutoCompletionThreshold(lettersBeforeCompletion);
    m_editor->setAutoCompletionCaseSensitivity(false);
    m_editor->setAccessibleName(tr("Template HTML"));
    m_editor->installEventFilter(this);
    letTabOut(*m_editor, [this] { return m_editor->isReadOnly(); });
    setFocusProxy(m_editor);
    recolour();
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (!m_setting)
            emit edited();
    });
}

QString HtmlEditor::text() const
{
    return m_editor->text();
}

void HtmlEditor::setText(const QString& text)
{
    if (text == m_editor->text())
        return;
    int line = 0, column = 0;
    m_editor->getCursorPosition(&line, &column);
    const int top = m_editor->firstVisibleLine();
    m_setting = true;
    m_editor->setText(text);
    m_editor->setCursorPosition(line, column);
    m_editor->setFirstVisibleLine(top);
    m_setting = false;
}

int HtmlEditor::lines() const
{
    return m_editor->lines();
}

void HtmlEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour();
}

/// Undo and redo are the owner's.
bool HtmlEditor::eventFilter(QObject* watched, QEvent* event)
{
    const auto key = undoKeyOf(*event);
    if (!key)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        key == UndoKey::Undo ? emit undoWanted() : emit redoWanted();
    return true;
}

void HtmlEditor::recolour()
{
    const QPalette& colours = palette();
    if (auto* lexer = qobject_cast<QsciLexerHTML*>(m_editor->lexer()))
        colourHtml(*lexer, colours, fontOf(Face::Code));
    setCodeLeading(*m_editor);
    m_editor->setPaper(colour(Colour::Surface, colours));
    m_editor->setColor(colour(Colour::Text, colours));
    m_editor->setCaretForegroundColor(colour(Colour::Text, colours));
    m_editor->setSelectionBackgroundColor(colours.color(QPalette::Highlight));
    m_editor->resetSelectionForegroundColor();
}

} // namespace hookworks
