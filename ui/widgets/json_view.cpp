// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/json_view.h"

#include "domain/visible_text.h"
#include "json/reindent.h"
#include "json/value.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/on_pool.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_views.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr qsizetype preparedElsewhere = 64 * 1024;
constexpr qsizetype mostPretty = 20'000'000;
constexpr qsizetype mostPlain = 1024 * 1024;
constexpr qsizetype longestLine = 8192;

} // namespace

JsonView::JsonView(QWidget* parent)
    : QWidget(parent)
    , m_bar(new QWidget)
    , m_switch(new SegmentedControl(tr("Show as"), SegmentedControl::Height::SubBar))
    , m_about(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_message(new InlineMessage)
    , m_stack(new QStackedLayout)
    , m_plain(new MonospaceView)
{
    m_switch->addSegment(tr("Pretty"));
    m_switch->addSegment(tr("Raw"));
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    bar->setSpacing(space::normal);
    bar->addWidget(m_switch);
    bar->addWidget(m_about, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addLayout(m_stack, 1);
    m_plain->setAccessibleName(tr("Bytes"));
    m_plain->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_plain->setWordWrapMode(QTextOption::WrapAnywhere);
    m_stack->addWidget(m_plain);
    connect(m_switch, &SegmentedControl::chosen, this, [this] { show(); });
}

void JsonView::hideBar()
{
    m_bar->hide();
}

bool JsonView::find(const QString& text, bool forward)
{
    if (m_stack->currentWidget() == m_editor)
        return m_editor->find(text, forward);
    return m_plain->find(text, forward ? QTextDocument::FindFlags() : QTextDocument::FindBackward);
}

void JsonView::restartFind()
{
    if (m_stack->currentWidget() == m_editor)
        m_editor->jumpTo(1, 1, false);
    else
        m_plain->moveCursor(QTextCursor::Start);
}

void JsonView::setBytes(const QByteArray& bytes, const QString& kind)
{
    m_bytes = bytes;
    m_about->setText(
        QStringLiteral("%1 · %2").arg(kind.isEmpty() ? tr("JSON") : kind, sizeWords(bytes.size())));
    show();
}

void JsonView::setRaw(bool raw)
{
    m_switch->setCurrent(raw ? 1 : 0);
    show();
}

bool JsonView::isRaw() const
{
    return m_switch->current() == 1;
}

QString JsonView::shownText() const
{
    return m_stack->currentWidget() == m_plain ? m_plain->toPlainText() : QString::fromUtf8(m_editor->text());
}

void JsonView::show()
{
    const int question = ++m_question;
    if (isRaw())
        return showPlain({});
    if (m_bytes.size() <= preparedElsewhere)
        return showPretty(prepare(m_bytes));
    onPool(
        *this, [bytes = m_bytes] { return prepare(bytes); },
        [this, question](const Prepared& prepared) {
            if (question == m_question)
                showPretty(prepared);
        });
}

JsonView::Prepared JsonView::prepare(const QByteArray& bytes)
{
    if (bytes.size() > mostBytes)
        return {{}, tr("Shown as plain text: it is larger than %1.").arg(sizeWords(mostBytes))};
    if (jsonDepth(bytes) > mostLevels)
        return {{}, tr("Shown as plain text: it is nested deeper than %L1 levels.").arg(mostLevels)};
    if (jsonDepth(bytes) <= jsonDepthLimit) {
        if (const auto read = readJson(bytes); !read)
            return {{},
                    tr("Not valid JSON: line %1, column %2: %3")
                        .arg(read.error().position.line)
                        .arg(read.error().position.column)
                        .arg(read.error().words)};
    }
    const auto pretty = reindentJson(bytes, mostPretty);
    if (!pretty)
        return {{},
                tr("Shown as plain text: indented, it would be larger than %1.").arg(sizeWords(mostPretty))};
    return {visibleText(QString::fromUtf8(*pretty)).toUtf8(), {}}; // an escape says the same in JSON
}

void JsonView::showPretty(const Prepared& prepared)
{
    if (!prepared.refusal.isEmpty())
        return showPlain(prepared.refusal);
    if (!m_editor) {
        m_editor = new JsonEditor;
        m_editor->setReadOnly(true);
        m_stack->addWidget(m_editor);
    }
    m_message->clear();
    m_editor->setText(prepared.pretty);
    m_stack->setCurrentWidget(m_editor);
    emit shown();
}

void JsonView::showPlain(const QString& why)
{
    QString text = visibleBytes(QByteArrayView(m_bytes).first(std::min(m_bytes.size(), mostPlain)));
    QStringList notes{why};
    if (m_bytes.size() > mostPlain)
        notes << tr("Only the first %1 are shown.").arg(sizeWords(mostPlain));
    if (breakLongLines(text, longestLine))
        notes << tr("Lines longer than %L1 letters are broken.").arg(longestLine);
    notes.removeAll(QString());
    if (notes.isEmpty())
        m_message->clear();
    else
        m_message->tell(notes.join(u' '), Severity::Note, {}, false);
    m_plain->setPlainText(text);
    m_stack->setCurrentWidget(m_plain);
    emit shown();
}

} // namespace hookworks
