// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/replay_edit.h"

#include "domain/readable_text.h"
#include "json/reindent.h"
#include "json/reworded.h"
#include "ui/inspect/header_lines.h"
#include "ui/inspect/replay_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr qsizetype editableBytes = 1024 * 1024;

QPlainTextEdit* codeField(const QString& objectName, int lines)
{
    auto* edit = new QPlainTextEdit;
    edit->setObjectName(objectName);
    edit->setTabChangesFocus(true);
    edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setMonospace(*edit);
    edit->setFixedHeight(lines * lineHeight(Face::Code) + 2 * space::normal);
    return edit;
}

std::optional<JsonValue> shallowJson(const QByteArray& text)
{
    constexpr int mostLevels = 100;
    auto value = jsonDepth(text) > mostLevels ? tl::unexpected(JsonProblem()) : readJson(text);
    return value ? std::optional(std::move(*value)) : std::nullopt;
}

/// JSON in one line a member a line; nothing where it is no JSON, or has lines of its own.
QByteArray laidOut(const QByteArray& body)
{
    constexpr qsizetype mostBytes = 256 * 1024;
    if (body.size() > mostBytes || body.trimmed().contains('\n') || !shallowJson(body))
        return {};
    const QByteArray lines = reindentJson(body, editableBytes).value_or(QByteArray());
    return lines.contains('\n') ? lines : QByteArray();
}

} // namespace

ReplayEdit::ReplayEdit(QWidget* parent)
    : QWidget(parent)
    , m_back(stepAction(tr("Step back"), QKeySequence(Qt::ALT | Qt::Key_Left), -1))
    , m_forward(stepAction(tr("Step forward"), QKeySequence(Qt::ALT | Qt::Key_Right), 1))
    , m_place(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_layout(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_method(new QLineEdit)
    , m_headers(codeField(QStringLiteral("replayHeaders"), 5))
    , m_body(codeField(QStringLiteral("replayBody"), 14))
{
    m_method->setObjectName(QStringLiteral("replayMethod"));
    m_place->setObjectName(QStringLiteral("replayStep"));
    setMonospace(*m_method);
    arrange();
    show();
    for (QWidget* field :
         {static_cast<QWidget*>(m_method), static_cast<QWidget*>(m_headers), static_cast<QWidget*>(m_body)})
        field->installEventFilter(this);
    connect(this, &ReplayEdit::edited, this, &ReplayEdit::sayPlace);
    connect(m_method, &QLineEdit::textEdited, this, &ReplayEdit::edited);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &ReplayEdit::edited);
    connect(m_body, &QPlainTextEdit::textChanged, this, &ReplayEdit::edited);
}

QAction* ReplayEdit::stepAction(const QString& words, const QKeySequence& keys, qsizetype by)
{
    auto* action = new QAction(words, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, by] { go(by); });
    addAction(action);
    return action;
}

void ReplayEdit::arrange()
{
    auto* steps = new QWidget;
    auto* row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tight);
    for (QAction* action : {m_back, m_forward}) {
        auto* button = new QToolButton;
        action->setIconText(action == m_back ? QStringLiteral("<") : QStringLiteral(">"));
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        button->setToolTip(actionToolTip(*action));
        row->addWidget(button);
    }
    row->addWidget(m_place, 1);
    auto* form = new Form;
    form->setLabelWidth(scaled(replayLabelWidth));
    form->addRow(tr("Edits"), steps);
    form->addRow(tr("Method"), m_method);
    form->addRow(tr("Headers"), m_headers, tr("One per line. A value shown as *** is sent unchanged."));
    form->addRow(tr("Body"), stackedUp(m_body, m_layout));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(form);
}

bool ReplayEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut)
        keep();
    return QWidget::eventFilter(watched, event);
}

void ReplayEdit::setOriginal(const Request& original)
{
    m_steps = RequestSteps(original);
    show();
}

std::optional<Request> ReplayEdit::editedRequest() const
{
    const Request request = typed();
    return request == m_steps.original() ? std::nullopt : std::optional(request);
}

void ReplayEdit::go(qsizetype by)
{
    keep();
    m_steps.go(by);
    show();
    emit edited();
}

void ReplayEdit::keep()
{
    m_steps.add(typed());
    sayPlace();
}

void ReplayEdit::sayPlace()
{
    const Request now = typed();
    const bool typing = now != m_steps.current();
    m_layout->setVisible(!m_base.isEmpty());
    m_layout->setText(
        !m_base.isEmpty() && !shallowJson(m_body->toPlainText().toUtf8())
            ? tr("This is no JSON any more: it is sent as it stands here.")
            : tr("Laid out to be read: it is sent in one line, as it was, with what you change."));
    m_back->setEnabled(typing || m_steps.canGo(-1));
    m_forward->setEnabled(!typing && m_steps.canGo(1));
    m_place->setText(typing ? tr("Step %1, being typed").arg(m_steps.place() + 1)
                     : m_steps.place() == 0
                         ? m_steps.count() == 1
                               ? tr("Nothing is edited yet.")
                               : tr("As it was, before step 1 of %1").arg(m_steps.count() - 1)
                         : tr("Step %1 of %2").arg(m_steps.place()).arg(m_steps.count() - 1));
}

void ReplayEdit::show()
{
    const Request& request = m_steps.current();
    const QSignalBlocker quietHeaders(m_headers), quietBody(m_body);
    m_method->setText(readableText(request.method));
    m_headers->setPlainText(maskedLinesOf(request.headers));
    m_shownHeaders = m_headers->toPlainText().toUtf8();
    const bool editable =
        request.body.size() <= editableBytes && !request.body.contains('\0') && isUtf8(request.body);
    m_body->setReadOnly(!editable);
    const QByteArray lines = editable ? laidOut(request.body) : QByteArray();
    m_base = lines.isEmpty() ? QByteArray() : request.body;
    m_body->setPlainText(!editable ? tr("%1 bytes, sent as they are").arg(request.body.size())
                                   : QString::fromUtf8(lines.isEmpty() ? request.body : lines));
    m_shownBody = m_body->toPlainText().toUtf8();
    keep();
}

/// A text field would change line ends and odd bytes: what was not touched is not read from it.
Request ReplayEdit::typed() const
{
    Request request = m_steps.current();
    if (m_method->text() != readableText(request.method))
        request.method = m_method->text().toUtf8();
    if (m_headers->toPlainText().toUtf8() != m_shownHeaders)
        request.headers = headersFromLines(m_headers->toPlainText(), request.headers);
    if (!m_body->isReadOnly() && m_body->toPlainText().toUtf8() != m_shownBody)
        request.body = typedBody();
    return request;
}

/// What is no JSON any more leaves as it stands there.
QByteArray ReplayEdit::typedBody() const
{
    QByteArray typed = m_body->toPlainText().toUtf8();
    if (m_base.isEmpty())
        return typed;
    const auto base = shallowJson(m_base);
    const auto wanted = shallowJson(typed);
    return base && wanted ? reworded(m_base, *base, *wanted) : typed;
}

} // namespace hookworks
