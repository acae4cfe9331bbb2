// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/attempt_view.h"

#include "domain/readable_text.h"
#include "json/reindent.h"
#include "json/value.h"
#include "ui/inspect/attempt_links.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/inspect/compare_dialog.h"
#include "ui/inspect/exchange_pane.h"
#include "ui/inspect/inspected_exchange.h"
#include "ui/inspect/inspector_bar.h"
#include "ui/inspect/phase_chart.h"
#include "ui/inspect/shown_request.h"
#include "ui/inspect/state_label.h"
#include "ui/timeline/timeline_lane.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/text_label.h"
#include "workbench/inspect/attempt_way.h"
#include "workbench/inspect/byte_comparison.h"
#include "workbench/inspect/rule_words.h"

#include <QAction>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr qsizetype shownBytes = 256 * 1024;
constexpr qsizetype prettyBytes = 64 * 1024; ///< longer ones are in the inspector's tree

/// JSON a member a line; anything else as it is.
QByteArray prettyBody(const QByteArray& body)
{
    if (body.size() > prettyBytes || !parseJson(body))
        return body.left(shownBytes);
    return reindentJson(body, shownBytes).value_or(body);
}

QString firstLineOf(const QByteArray& body)
{
    constexpr qsizetype mostLetters = 200, mostBytes = 4 * mostLetters;
    return shortened(readableText(body.left(mostBytes)).simplified(), mostLetters);
}

/// What became of it, as sentences.
QString outcomeSentences(const Attempt& attempt)
{
    if (!attempt.outcome)
        return AttemptView::tr("It is being sent.");
    QStringList sentences;
    if (attempt.error.isEmpty())
        sentences << AttemptView::tr("Outcome: %1.").arg(outcomeWords(*attempt.outcome));
    else
        sentences << (attempt.error.endsWith(u'.') ? attempt.error : attempt.error + u'.');
    if (attempt.outcome != Outcome::Success && !attempt.responseBody.isEmpty())
        sentences << AttemptView::tr("It said: %1").arg(firstLineOf(attempt.responseBody));
    sentences << wayWords(attempt);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

BadgeLook badgeOf(const Attempt& attempt, StateKind kind)
{
    if (attempt.status > 0)
        return {QString::number(attempt.status), kind};
    return attempt.outcome ? BadgeLook{outcomeWords(*attempt.outcome), kind} : BadgeLook{};
}

QByteArray requestLine(const Request& request)
{
    QByteArray text = request.method + ' ' + request.url.toUtf8() + "\r\n";
    for (const Header& field : request.headers.fields)
        text += field.name + ": " + field.value + "\r\n";
    return text + "\r\n";
}

} // namespace

/// Its tokens are dots, and JSON is laid out: the inspector has both as they were.
QString shownMessage(const QByteArray& head, const QByteArray& body)
{
    QByteArray bytes = maskedHead(head, {}) + prettyBody(body);
    bytes.replace("\r\n", "\n");
    QString text = visibleBytes(bytes);
    if (body.size() > shownBytes)
        text += QStringLiteral("\n\n") +
                AttemptView::tr("The first %1 of %2 are shown.")
                    .arg(QLocale().formattedDataSize(shownBytes), QLocale().formattedDataSize(body.size()));
    return text;
}

QString sentMessage(const Delivery& delivery, const Attempt& attempt)
{
    if (!attempt.sentHead.isEmpty())
        return shownMessage(attempt.sentHead, delivery.request.body);
    if (!attempt.outcome)
        return shownMessage(requestLine(delivery.request), delivery.request.body);
    if (*attempt.outcome == Outcome::Unknown)
        return AttemptView::tr(
            "The program ended during this attempt. What left of the request is not known.");
    return AttemptView::tr("Nothing of the request was sent.");
}

QString provenCause(const Attempt& attempt, const Capture& capture)
{
    if (attempt.outcome == Outcome::Success || capture.rule.isEmpty())
        return {};
    const QString rule = ruleAndHit(capture.answeringRule());
    return capture.fault.isEmpty()
               ? AttemptView::tr("Answered %1 by %2.").arg(QString::number(capture.responseStatus), rule)
               : AttemptView::tr("Fault “%1”, injected by %2.").arg(capture.fault, rule);
}

AttemptView::AttemptView(Workbench* workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_stack(new QStackedLayout(this))
    , m_empty(new ElidedLabel({}, Face::Body, Colour::Quiet))
    , m_sent(new ExchangePane(tr("Request sent"), tr("Response")))
    , m_received(new ExchangePane(tr("Request received"), tr("Answer")))
    , m_title(new StateLabel)
    , m_cause(new TextLabel({}, Face::Body))
    , m_comparison(new TextLabel({}, Face::Body, Colour::Quiet))
    , m_phases(new PhaseChart)
    , m_links(new AttemptLinks(workbench))
    , m_inspector(new CaptureInspector(workbench))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeSides());
    makeWayBack();
    m_stack->addWidget(m_inspector);
    connect(m_links, &AttemptLinks::captureWanted, this, [this] {
        if (m_capture)
            emit captureRequested(m_capture->id);
    });
    connect(m_links->inspect(), &QPushButton::clicked, this, &AttemptView::inspect);
    connect(m_links, &AttemptLinks::comparisonWanted, this, &AttemptView::compare);
    connect(m_links, &AttemptLinks::sourceWanted, this, &AttemptView::sourceRequested);
    connect(m_inspector, &CaptureInspector::noteWanted, this, &AttemptView::noteWanted);
    connect(m_inspector, &CaptureInspector::said, this, &AttemptView::said);
    connect(m_inspector, &CaptureInspector::deliveryRequested, this,
            [this](DeliveryId id) { emit sourceRequested(id.toString()); });
    clear(tr("Choose an attempt to see both ends of it."));
}

QWidget* AttemptView::makeSides()
{
    m_sent->setHead(m_title);
    for (const ExchangePane* pane : {m_sent, m_received})
        connect(pane, &ExchangePane::headChanged, this, &AttemptView::fitHeads);
    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("attemptSides"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_sent);
    splitter->addWidget(m_received);
    splitter->addWidget(makeWhy());
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 5);
    splitter->setStretchFactor(2, 4);
    splitter->setSizes({500, 500, 400}); // in proportion
    return splitter;
}

/// Both in the same way, so that the texts stay level.
void AttemptView::fitHeads()
{
    bool narrow = m_sent->headWidth() > m_sent->width();
    if (m_received->isVisible())
        narrow = narrow || m_received->headWidth() > m_received->width();
    for (ExchangePane* pane : {m_sent, m_received})
        pane->setSwitchBelow(narrow);
}

QWidget* AttemptView::makeWhy()
{
    for (TextLabel* label : {m_cause, m_comparison})
        label->letSelect();
    auto* head = new TextLabel(tr("Why"), Face::Strong);
    head->setMinimumHeight(sized(Size::PaneHeader));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::wide, 0, space::wide, space::normal);
    column->setSpacing(space::normal);
    column->addWidget(head);
    column->addWidget(m_cause);
    column->addWidget(m_comparison);
    column->addWidget(m_phases);
    column->addWidget(m_links);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return scroll;
}

void AttemptView::makeWayBack()
{
    auto* action = new QAction(tr("Both ends"), m_inspector);
    action->setShortcut(QKeySequence::Back);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_inspector->addAction(action);
    connect(action, &QAction::triggered, this, [this] {
        m_stack->setCurrentIndex(1);
        m_links->inspect()->setFocus();
    });
    auto* back = new QPushButton(tr("‹ Both ends"));
    back->setObjectName(QStringLiteral("bothEnds"));
    back->setAccessibleName(tr("Back to both ends"));
    back->setToolTip(actionToolTip(*action));
    setLook(*back, ButtonLook::Link);
    connect(back, &QPushButton::clicked, action, &QAction::trigger);
    m_inspector->bar().setLeading(back);
}

bool AttemptView::inspect()
{
    if (!m_delivery || !m_attempt)
        return false;
    m_inspector->showAttempt(*m_delivery, *m_attempt, m_capture);
    m_stack->setCurrentIndex(2);
    m_inspector->setFocus(Qt::OtherFocusReason);
    return true;
}

/// Escape closes the inspector, and goes on to where one came from.
void AttemptView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_stack->currentIndex() == 2)
        m_stack->setCurrentIndex(1);
    QWidget::keyPressEvent(event);
}

std::optional<int> AttemptView::inspected(DeliveryId delivery) const
{
    const bool isOfIt = m_stack->currentIndex() == 2 && m_delivery && m_delivery->id == delivery;
    return isOfIt && m_attempt ? std::optional(m_attempt->number) : std::nullopt;
}

void AttemptView::compare(const QString& left, const QString& right)
{
    (new CompareDialog(*m_workbench, left, right, this))->open();
}

void AttemptView::clear(const QString& sentence)
{
    m_empty->setText(sentence);
    m_stack->setCurrentIndex(0);
}

void AttemptView::showPlanned(const Delivery& delivery, int number)
{
    m_stack->setCurrentIndex(1);
    m_delivery.reset();
    m_attempt.reset();
    m_capture.reset();
    m_links->showPlanned(delivery);
    m_title->setText(StateKind::Planned, tr("Attempt %1").arg(number));
    m_sent->setTexts(shownMessage(requestLine(delivery.request), delivery.request.body), {});
    m_sent->setResult({});
    m_cause->setText(isFinal(delivery.state) ? tr("It was not made.")
                                             : tr("It is not sent yet. This is what will go out."));
    m_comparison->clear();
    m_phases->setPhases({});
    m_received->hide();
}

void AttemptView::showAttempt(const Delivery& delivery, const Attempt& attempt,
                              const std::optional<Capture>& capture)
{
    const bool same =
        m_delivery && m_delivery->id == delivery.id && m_attempt && m_attempt->number == attempt.number;
    m_delivery = delivery;
    m_attempt = attempt;
    m_capture = capture;
    if (same && m_stack->currentIndex() == 2)
        m_inspector->showAttempt(delivery, attempt, capture);
    else
        m_stack->setCurrentIndex(1);
    m_links->showAttempt(delivery, attempt.number, capture.has_value());
    const StateKind kind = attempt.outcome ? stateKind(*attempt.outcome) : StateKind::Sending;
    m_title->setText(kind, tr("Attempt %1").arg(attempt.number));
    m_sent->setTexts(sentMessage(delivery, attempt),
                     shownMessage(attempt.responseHead, attempt.responseBody));
    m_sent->setResult(badgeOf(attempt, kind));
    m_phases->setPhases(phasesOf(attempt, capture ? &*capture : nullptr));
    m_received->setVisible(capture.has_value());
    m_cause->setText(outcomeSentences(attempt));
    if (capture)
        showReceived(delivery, attempt, *capture);
    else
        m_comparison->setText(attempt.outcome ? tr("No listener of this workspace received it.") : QString());
}

void AttemptView::showReceived(const Delivery& delivery, const Attempt& attempt, const Capture& capture)
{
    const Micros later = capture.receivedAt - attempt.startedAt;
    m_received->setTitle(capture.id.toString());
    const QByteArray& body = capture.wireBody.isEmpty() ? capture.body : capture.wireBody;
    m_received->setTexts(shownMessage(capture.head, body),
                         shownMessage(capture.response.head, capture.response.body));
    const QString cause = provenCause(attempt, capture);
    if (attempt.outcome == Outcome::Success)
        m_cause->setText(tr("Answered %1.").arg(ruleWords(capture)));
    else if (!cause.isEmpty())
        m_cause->setText(cause + u'\n' + m_cause->text());
    const ByteComparison bytes =
        compareBytes({attempt.sentHead, delivery.request.body}, {capture.head, body});
    m_comparison->setText(later.count() < 0
                              ? words(bytes)
                              : tr("%1, received %2 after the start").arg(words(bytes), measured(later)));
    m_received->setResult(bytes.firstDifference ? BadgeLook{tr("Other bytes"), StateKind::Failed}
                                                : BadgeLook{tr("Same bytes"), StateKind::Delivered});
}

} // namespace hookworks
