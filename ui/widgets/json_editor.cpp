// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/json_editor.h"

#include "json/reindent.h"
#include "json/text_edit.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/code_leading.h"
#include "ui/widgets/json_completion.h"
#include "ui/widgets/json_limits.h"
#include "ui/widgets/paged_text.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/tab_ring.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/undo_keys.h"

#include <QStackedLayout>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>

#include <array>

namespace hookworks {

namespace {

constexpr int problemMargin = 1;
/// Drawn over each other in this order on one line.
constexpr std::array weights{Severity::Note, Severity::Warning, Severity::Error};
constexpr int firstProblemMarker = 8;    ///< and one for each weight
constexpr int firstProblemIndicator = 9; ///< likewise
constexpr int chosenIndicator = firstProblemIndicator + int(weights.size());
constexpr int firstFoldMarker = QsciScintilla::SC_MARKNUM_FOLDEREND;
constexpr int lastFoldMarker = QsciScintilla::SC_MARKNUM_FOLDEROPEN;

void colourLexer(QsciLexerJSON& lexer, const QPalette& palette, const QFont& font)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor paper = palette.color(QPalette::Base);
    lexer.setDefaultColor(text);
    lexer.setDefaultPaper(paper);
    lexer.setDefaultFont(font);
    for (int style = 0; style <= QsciLexerJSON::Error; ++style) {
        lexer.setColor(text, style);
        lexer.setPaper(paper, style);
        lexer.setFont(font, style);
    }
    lexer.setColor(codeColour(CodeColour::Key, palette), QsciLexerJSON::Property);
    lexer.setColor(codeColour(CodeColour::String, palette), QsciLexerJSON::String);
    lexer.setColor(codeColour(CodeColour::String, palette), QsciLexerJSON::EscapeSequence);
    lexer.setColor(codeColour(CodeColour::Number, palette), QsciLexerJSON::Number);
    lexer.setColor(codeColour(CodeColour::Number, palette), QsciLexerJSON::Keyword);
    lexer.setColor(stateColour(StateKind::Failed, palette), QsciLexerJSON::UnclosedString);
    lexer.setColor(stateColour(StateKind::Failed, palette), QsciLexerJSON::Error);
}

void layOut(QsciScintilla& editor)
{
    editor.setUtf8(true);
    editor.setEolMode(QsciScintilla::EolUnix);
    editor.setIndentationsUseTabs(false);
    editor.setIndentationWidth(2);
    editor.setTabWidth(2);
    editor.setAutoIndent(true);
    editor.setBraceMatching(QsciScintilla::SloppyBraceMatch);
    editor.setFolding(QsciScintilla::PlainFoldStyle, 2);
    editor.setMarginType(0, QsciScintilla::NumberMargin);
    editor.setMarginType(problemMargin, QsciScintilla::SymbolMargin);
    editor.setMarginWidth(problemMargin, 14);
    constexpr std::array symbols{QsciScintilla::SmallRectangle, QsciScintilla::DownTriangle,
                                 QsciScintilla::Circle};
    int mask = 0;
    for (int weight = 0; weight < int(weights.size()); ++weight) {
        mask |= 1 << (firstProblemMarker + weight);
        editor.markerDefine(symbols[size_t(weight)], firstProblemMarker + weight);
        editor.indicatorDefine(QsciScintilla::SquiggleIndicator, firstProblemIndicator + weight);
    }
    editor.setMarginMarkerMask(problemMargin, mask);
    editor.indicatorDefine(QsciScintilla::FullBoxIndicator, chosenIndicator);
    editor.setIndicatorDrawUnder(true, chosenIndicator);
    editor.setCaretLineVisible(true);
    editor.setFrameShape(QFrame::NoFrame);
    editor.SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1);
    editor.SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1);
}

/// From a column, in characters, to the end of its line: not a byte of the next one. A place behind the
/// line's end is its last character.
void underline(QsciScintilla& editor, int line, int column)
{
    const long start = editor.SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
    const long end = editor.SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, line);
    long from = start;
    for (int i = 0; i < column && from < end; ++i)
        from = editor.SendScintilla(QsciScintilla::SCI_POSITIONAFTER, from);
    if (from >= end && end > start)
        from = editor.SendScintilla(QsciScintilla::SCI_POSITIONBEFORE, end);
    if (from < end)
        editor.SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from),
                             end - from);
}

/// QScintilla's own menu pastes through this.
class PastingEditor final : public QsciScintilla
{
public:
    using QsciScintilla::QsciScintilla;
    PasteOffer* offer = nullptr;
    void paste() override { offer->paste(); }
};

/// The byte that a line, counted from 1, starts with; the last one's, if there are not so many.
qint64 startOfLine(const QByteArray& text, int line)
{
    qsizetype start = 0;
    for (int i = 1; i < line; ++i) {
        const qsizetype end = text.indexOf('\n', start);
        if (end < 0)
            break;
        start = end + 1;
    }
    return start;
}

/// Why it cannot be edited; empty: it can.
QString tooLargeFor(const QByteArray& utf8)
{
    if (utf8.size() > mostEditedBytes)
        return JsonEditor::tr(
                   "Shown in pages, to read only: it is larger than %1. Edit it in another program, and "
                   "import it.")
            .arg(sizeWords(mostEditedBytes));
    if (jsonDepth(utf8) > mostEditedLevels)
        return JsonEditor::tr(
                   "Shown in pages, to read only: it is nested deeper than %L1 levels. Edit it in another "
                   "program, and import it.")
            .arg(mostEditedLevels);
    return {};
}

} // namespace

JsonEditor::JsonEditor(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_editor(new PastingEditor)
    , m_completion(new JsonCompletion(*m_editor, [this](int line, int) { return problemAt(line); }))
    , m_paste(new PasteOffer(*m_editor, [this] { m_editor->QsciScintilla::paste(); }))
{
    static_cast<PastingEditor*>(m_editor)->offer = m_paste;
    letTabOut(*m_editor, [this] { return m_editor->isReadOnly(); });
    m_stack->addWidget(m_editor);
    layOut(*m_editor);
    m_editor->setLexer(new QsciLexerJSON(m_editor));
    m_editor->setAccessibleName(tr("JSON"));
    m_editor->installEventFilter(this);
    setFocusProxy(m_editor);
    recolour();
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (!m_setting)
            emit edited();
    });
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this,
            [this](int row, int place) { emit cursorMoved(row + 1, place + 1); });
}

QByteArray JsonEditor::text() const
{
    return isPaged() ? m_large : editedText();
}

QByteArray JsonEditor::editedText() const
{
    const long size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    QByteArray bytes(size + 1, '\0');
    m_editor->SendScintilla(QsciScintilla::SCI_GETTEXT, static_cast<unsigned long>(size + 1), bytes.data());
    bytes.chop(1);
    return bytes;
}

bool JsonEditor::isPaged() const
{
    return m_paged && m_stack->currentWidget() == m_paged;
}

void JsonEditor::setSchema(const JsonValue& schema)
{
    m_completion->setSchema(schema);
}

void JsonEditor::setPasteReading(PasteOffer::Reading reading)
{
    m_paste->setReading(std::move(reading));
}

void JsonEditor::showPaged(const QByteArray& utf8, const QString& why)
{
    if (!m_paged) {
        m_paged = new PagedText(tr("JSON"));
        m_stack->addWidget(m_paged);
    }
    m_large = utf8;
    m_paged->setBytes(utf8, why);
    m_stack->setCurrentWidget(m_paged);
}

QString JsonEditor::problemAt(int line) const
{
    QStringList words;
    for (const TextProblem& problem : m_problems) {
        if (problem.line == line)
            words << problem.message;
    }
    return words.join(u'\n');
}

void JsonEditor::setText(const QByteArray& utf8)
{
    if (isPaged() && utf8 == m_large)
        return;
    if (const QString why = tooLargeFor(utf8); !why.isEmpty())
        return showPaged(utf8, why);
    m_large.clear();
    m_stack->setCurrentWidget(m_editor);
    const TextEdit edit = differenceOf(editedText(), utf8);
    if (edit.from == edit.to && edit.bytes.isEmpty())
        return;
    const int top = m_editor->firstVisibleLine();
    const bool readOnly = m_editor->isReadOnly(); // for the user, not for the text
    m_setting = true;
    m_editor->setReadOnly(false);
    m_editor->SendScintilla(QsciScintilla::SCI_SETTARGETSTART, static_cast<unsigned long>(edit.from));
    m_editor->SendScintilla(QsciScintilla::SCI_SETTARGETEND, static_cast<unsigned long>(edit.to));
    m_editor->SendScintilla(QsciScintilla::SCI_REPLACETARGET, static_cast<uintptr_t>(edit.bytes.size()),
                            edit.bytes.constData());
    m_editor->setReadOnly(readOnly);
    m_editor->setFirstVisibleLine(top);
    m_setting = false;
}

qint64 JsonEditor::cursorByte() const
{
    return m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS);
}

void JsonEditor::showBytes(qint64 from, qint64 to)
{
    m_editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, chosenIndicator);
    m_editor->SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, long(m_editor->length()));
    if (from > 0) // a ground behind all is none
        m_editor->SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from),
                                long(to - from));
    m_editor->SendScintilla(QsciScintilla::SCI_GOTOPOS, static_cast<unsigned long>(from));
    const int row = line() - 1;
    m_editor->ensureLineVisible(row);
    m_editor->setFirstVisibleLine(std::max(0, row - 3));
}

void JsonEditor::setReadOnly(bool readOnly)
{
    m_editor->setReadOnly(readOnly);
    m_editor->setBraceMatching(readOnly ? QsciScintilla::NoBraceMatch : QsciScintilla::SloppyBraceMatch);
}

void JsonEditor::setProblems(const QList<TextProblem>& problems)
{
    m_problems = problems;
    for (int weight = 0; weight < int(weights.size()); ++weight) {
        m_editor->markerDeleteAll(firstProblemMarker + weight);
        m_editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, firstProblemIndicator + weight);
        m_editor->SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, long(m_editor->length()));
        for (const TextProblem& problem : problems) {
            if (problem.severity != weights[size_t(weight)])
                continue;
            const int line = std::clamp(problem.line - 1, 0, std::max(0, m_editor->lines() - 1));
            m_editor->markerAdd(line, firstProblemMarker + weight);
            underline(*m_editor, line, problem.column - 1);
        }
    }
}

void JsonEditor::jumpTo(int line, int column, bool takeFocus)
{
    if (isPaged())
        return m_paged->mark(startOfLine(m_large, line));
    const int row = std::clamp(line - 1, 0, std::max(0, m_editor->lines() - 1));
    m_editor->setCursorPosition(row, std::max(0, column - 1));
    m_editor->ensureLineVisible(row);
    if (takeFocus)
        m_editor->setFocus(Qt::OtherFocusReason);
}

bool JsonEditor::find(const QString& text, bool forward)
{
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    m_editor->getSelection(&line, &column, &endLine, &endColumn);
    if (line < 0)
        m_editor->getCursorPosition(&line, &column);
    else if (forward)
        std::tie(line, column) = std::pair(endLine, endColumn);
    return m_editor->findFirst(text, false, false, false, true, forward, line, column);
}

void JsonEditor::setForeignUndo(bool foreign)
{
    m_foreignUndo = foreign;
}

int JsonEditor::line() const
{
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    return line + 1;
}

int JsonEditor::column() const
{
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    return column + 1;
}

void JsonEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour();
}

/// Takes undo and redo from the editor where the owner has them.
bool JsonEditor::eventFilter(QObject* watched, QEvent* event)
{
    const auto key = m_foreignUndo ? undoKeyOf(*event) : std::nullopt;
    if (!key)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        key == UndoKey::Undo ? emit undoWanted() : emit redoWanted();
    return true;
}

void JsonEditor::recolour()
{
    const QPalette& colours = palette();
    const QColor paper = colours.color(QPalette::Base);
    const QColor text = colours.color(QPalette::Text);
    const QFont fixed = fontOf(Face::Code);
    if (auto* lexer = qobject_cast<QsciLexerJSON*>(m_editor->lexer()))
        colourLexer(*lexer, colours, fixed);
    setCodeLeading(*m_editor);
    m_editor->setPaper(paper);
    m_editor->setColor(text);
    m_editor->setCaretForegroundColor(text);
    m_editor->setCaretLineBackgroundColor(mixed(paper, text, 0.05));
    m_editor->setMarginsBackgroundColor(paper);
    m_editor->setMarginsForegroundColor(quietTextColour(colours));
    m_editor->setMarginsFont(fixed);
    m_editor->setMarginWidth(0, QStringLiteral("00000"));
    m_editor->setFoldMarginColors(paper, paper);
    const QColor quiet = colour(Colour::Quiet, colours);
    for (int marker = firstFoldMarker; marker <= lastFoldMarker; ++marker) {
        m_editor->SendScintilla(QsciScintilla::SCI_MARKERSETFORE, static_cast<uintptr_t>(marker), quiet);
        m_editor->SendScintilla(QsciScintilla::SCI_MARKERSETBACK, static_cast<uintptr_t>(marker), quiet);
    }
    m_editor->setSelectionBackgroundColor(colours.color(QPalette::Highlight));
    m_editor->resetSelectionForegroundColor();
    m_editor->setMatchedBraceBackgroundColor(mixed(paper, stateColour(StateKind::Sending, colours), 0.25));
    m_editor->setMatchedBraceForegroundColor(text);
    m_editor->setUnmatchedBraceForegroundColor(stateColour(StateKind::Failed, colours));
    m_editor->setUnmatchedBraceBackgroundColor(paper);
    m_editor->setIndicatorForegroundColor(colours.color(QPalette::Highlight), chosenIndicator);
    for (int weight = 0; weight < int(weights.size()); ++weight) {
        const QColor problem = stateColour(severityKind(weights[size_t(weight)]), colours);
        m_editor->setMarkerBackgroundColor(problem, firstProblemMarker + weight);
        m_editor->setMarkerForegroundColor(problem, firstProblemMarker + weight);
        m_editor->setIndicatorForegroundColor(problem, firstProblemIndicator + weight);
    }
}

} // namespace hookworks
