// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/attempt_view.h"

#include "ui/inspect/byte_comparison.h"
#include "ui/inspect/phase_chart.h"
#include "ui/inspect/state_label.h"
#include "ui/timeline/timeline_lane.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"
#include "workbench/inspect/attempt_way.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr qsizetype shownBytes = 256 * 1024;

QLabel* selectableLine()
{
    QLabel* label = plainLabel();
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

MonospaceView* addView(QTabWidget* tabs, const QString& title)
{
    auto* view = new MonospaceView;
    view->setAccessibleName(title);
    view->setFrameShape(QFrame::NoFrame);
    tabs->addTab(view, title);
    return view;
}

QTabWidget* makeTabs()
{
    auto* tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    return tabs;
}

QString outcomeLine(const Attempt& attempt)
{
    if (!attempt.outcome)
        return AttemptView::tr("Attempt %1, sending").arg(attempt.number);
    QString text = AttemptView::tr("Attempt %1: %2").arg(attempt.number).arg(outcomeWords(*attempt.outcome));
    if (attempt.status > 0)
        text += QStringLiteral(", %1").arg(attempt.status);
    if (!attempt.error.isEmpty())
        text += QStringLiteral(". ") + attempt.error;
    if (const QString way = wayWords(attempt); !way.isEmpty())
        text += (text.endsWith(QLatin1Char('.')) ? QStringLiteral(" ") : QStringLiteral(". ")) + way;
    return text;
}

/// One who reads a text keeps the place while nothing changes in it.
void showText(MonospaceView& view, const QString& text)
{
    if (view.toPlainText() != text)
        view.setPlainText(text);
}

QByteArray requestLine(const Request& request)
{
    QByteArray text = request.method + ' ' + request.url.toUtf8() + "\r\n";
    for (const Header& field : request.headers.fields)
        text += field.name + ": " + field.value + "\r\n";
    return text + "\r\n";
}

} // namespace

QString shownMessage(const QByteArray& head, const QByteArray& body)
{
    QByteArray bytes = head + body.left(shownBytes);
    bytes.replace("\r\n", "\n");
    QString text = QString::fromUtf8(bytes);
    text.replace(QChar(u'\0'), QChar(0x2400));
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
    if (!capture.fault.isEmpty())
        return AttemptView::tr("Cause: reply rule “%1” injected the fault “%2”.")
            .arg(capture.rule, capture.fault);
    return AttemptView::tr("Cause: reply rule “%1” answered %2.")
        .arg(capture.rule)
        .arg(capture.responseStatus);
}

AttemptView::AttemptView(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_empty(selectableLine())
    , m_title(new StateLabel)
    , m_cause(selectableLine())
    , m_comparison(selectableLine())
    , m_phases(new PhaseChart)
    , m_sent(makeTabs())
    , m_received(makeTabs())
    , m_request(addView(m_sent, tr("Request sent")))
    , m_response(addView(m_sent, tr("Response")))
    , m_arrived(addView(m_received, tr("Request received")))
    , m_answer(addView(m_received, tr("Answer")))
    , m_open(new QPushButton(tr("Open capture")))
    , m_source(new QPushButton)
    , m_receivedTitle(selectableLine())
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeSides());
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_capture)
            emit captureRequested(*m_capture);
    });
    m_source->setObjectName(QStringLiteral("replaySource"));
    m_source->setIcon(themedIcon(QStringLiteral("view-refresh")));
    connect(m_source, &QPushButton::clicked, this, [this] { emit sourceRequested(m_replayOf); });
    clear(tr("Choose an attempt to see both ends of it."));
}

QWidget* AttemptView::makeSides()
{
    auto* right = new QHBoxLayout;
    right->addWidget(m_receivedTitle, 1);
    right->addWidget(m_open);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(m_source);
    top->addWidget(m_title, 1);
    top->addLayout(right, 1);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(16);
    facts->addWidget(m_cause, 1);
    facts->addWidget(m_comparison, 1);
    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("attemptSides"));
    splitter->addWidget(m_sent);
    splitter->addWidget(m_received);
    splitter->setChildrenCollapsible(false);
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(facts);
    column->addWidget(m_phases);
    column->addWidget(splitter, 1);
    return all;
}

void AttemptView::clear(const QString& sentence)
{
    m_empty->setText(sentence);
    m_stack->setCurrentIndex(0);
}

/// A replay says so before all else.
void AttemptView::showSource(const Delivery& delivery)
{
    m_replayOf = delivery.replayOf;
    m_source->setVisible(!m_replayOf.isEmpty());
    m_source->setText(tr("Replay of %1").arg(m_replayOf));
    m_source->setToolTip(tr("Show %1").arg(m_replayOf));
}

void AttemptView::showPlanned(const Delivery& delivery, int number)
{
    m_stack->setCurrentIndex(1);
    showSource(delivery);
    m_title->setText(StateKind::Planned,
                     isFinal(delivery.state)
                         ? tr("Attempt %1 was not made.").arg(number)
                         : tr("Attempt %1 is not sent yet. This is what will go out.").arg(number));
    showText(*m_request, shownMessage(requestLine(delivery.request), delivery.request.body));
    m_response->clear();
    m_cause->clear();
    m_comparison->clear();
    m_phases->setPhases({});
    m_received->hide();
    m_open->hide();
    m_receivedTitle->clear();
}

void AttemptView::showAttempt(const Delivery& delivery, const Attempt& attempt,
                              const std::optional<Capture>& capture)
{
    m_stack->setCurrentIndex(1);
    showSource(delivery);
    const StateKind kind = attempt.outcome ? stateKind(*attempt.outcome) : StateKind::Sending;
    m_title->setText(kind, outcomeLine(attempt));
    showText(*m_request, sentMessage(delivery, attempt));
    showText(*m_response, shownMessage(attempt.responseHead, attempt.responseBody));
    m_phases->setPhases(phasesOf(attempt, capture ? &*capture : nullptr));
    m_received->setVisible(capture.has_value());
    m_open->setVisible(capture.has_value());
    m_capture = capture ? std::optional(capture->id) : std::nullopt;
    m_cause->clear();
    m_comparison->clear();
    if (capture)
        showReceived(delivery, attempt, *capture);
    else
        m_receivedTitle->setText(attempt.outcome ? tr("No capture of ours belongs to this attempt.")
                                                 : QString());
}

void AttemptView::showReceived(const Delivery& delivery, const Attempt& attempt, const Capture& capture)
{
    const Micros later = capture.receivedAt - attempt.startedAt;
    const QString id = capture.id.toString();
    m_receivedTitle->setText(later.count() < 0
                                 ? tr("Capture %1").arg(id)
                                 : tr("Capture %1, %2 after the start").arg(id, measured(later)));
    const QByteArray& body = capture.wireBody.isEmpty() ? capture.body : capture.wireBody;
    showText(*m_arrived, shownMessage(capture.head, body));
    showText(*m_answer, shownMessage(capture.response.head, capture.response.body));
    m_cause->setText(provenCause(attempt, capture));
    m_comparison->setText(
        words(compareBytes({attempt.sentHead, delivery.request.body}, {capture.head, body})));
}

} // namespace hookworks
