// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/capture_inspector.h"

#include "ui/inspect/body_view.h"
#include "ui/inspect/comparing.h"
#include "ui/inspect/copy_as.h"
#include "ui/inspect/find_bar.h"
#include "ui/inspect/hand_on_dialog.h"
#include "ui/inspect/headers_view.h"
#include "ui/inspect/inspector_bar.h"
#include "ui/inspect/overview.h"
#include "ui/inspect/replay_dialog.h"
#include "ui/inspect/replay_now.h"
#include "ui/inspect/sample_name_dialog.h"
#include "ui/inspect/timing_view.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/paged_text.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tab_ring.h"
#include "ui/widgets/text_label.h"
#include "workbench/deliver/replayer.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

CaptureInspector::CaptureInspector(Workbench* workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_stack(new QStackedLayout(this))
    , m_pages(new QStackedLayout)
    , m_empty(new ElidedLabel({}, Face::Body, Colour::Quiet))
    , m_bar(new InspectorBar)
    , m_segments(new SegmentedControl(tr("Show of the request")))
    , m_find(new FindBar([this](const QString& text, bool forward) { return find(text, forward); },
                         [this] { restartFind(); }))
    , m_overview(new Overview)
    , m_headers(new HeadersView)
    , m_body(new BodyView)
    , m_raw(new PagedText(tr("Request as received")))
    , m_answer(new PagedText(tr("Answer")))
    , m_timing(new TimingView)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_empty->setAlignment(Qt::AlignCenter);
    arrange();
    m_bar->showButtons(m_workbench != nullptr);
    if (m_workbench)
        fillMenus();
    setFocusProxy(m_segments);
    connect(m_find, &FindBar::closed, m_segments, [this](bool isBack) {
        if (!isBack && !focusFirst(*m_pages->currentWidget()))
            m_segments->setFocus(Qt::OtherFocusReason);
    });
    clear(tr("Choose a capture to see it byte for byte."));
}

void CaptureInspector::arrange()
{
    for (const QString& words :
         {tr("Overview"), tr("Headers"), tr("Body"), tr("Raw"), tr("Answer"), tr("Timing")})
        m_segments->addSegment(words);
    m_segments->setObjectName(QStringLiteral("inspectorSegments"));
    for (QWidget* page :
         {static_cast<QWidget*>(m_overview), static_cast<QWidget*>(m_headers), static_cast<QWidget*>(m_body),
          static_cast<QWidget*>(m_raw), static_cast<QWidget*>(m_answer), static_cast<QWidget*>(m_timing)})
        m_pages->addWidget(page);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::wide, space::normal, space::wide, space::normal);
    row->addWidget(m_segments);
    row->addStretch(1);
    auto* shown = new QWidget;
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(row);
    column->addWidget(new Hairline);
    column->addWidget(m_find);
    column->addLayout(m_pages, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    connect(m_segments, &SegmentedControl::chosen, m_pages, &QStackedLayout::setCurrentIndex);
}

/// As in the list beside it.
void CaptureInspector::setKey(QAction& action, const QKeySequence& key)
{
    action.setShortcut(key);
    action.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(&action);
}

void CaptureInspector::fillMenus()
{
    const auto tell = [this](const QString& words) { emit said(words); };
    fillCopyMenu(m_bar->copyMenu(), [this, tell](ExportFormat format, bool withSecrets) {
        copyAs(*m_workbench, {m_exchange.source}, format, withSecrets, this, tell);
    });
    QMenu& replays = m_bar->replayMenu();
    using What = ReplayDialog::What;
    QAction* now = replays.addAction(
        tr("Replay now"), this, [this, tell] { replayNow(*m_workbench, m_exchange.source, this, tell); });
    setKey(*now, Qt::Key_R);
    QAction* asked = replays.addAction(tr("Replay…"), this, [this] { replay(What::AsItWas); });
    setKey(*asked, Qt::SHIFT | Qt::Key_R);
    QAction* edit = replays.addAction(tr("Edit and replay…"), this, [this] { replay(What::Edited); });
    setKey(*edit, Qt::Key_E);
    replays.addAction(tr("Replay with fresh ids and times…"), this, [this] { replay(What::Fresh); });
    replays.addAction(tr("Replay byte for byte…"), this, [this] { replay(What::Exact); });
    QAction* again = replays.addAction(tr("Forward again"), this, [this] {
        if (m_shown)
            emit forwardRequested(*m_shown);
    });
    again->setObjectName(QStringLiteral("forwardAgain"));
    QMenu& more = m_bar->moreMenu();
    QAction* attempt = more.addAction(tr("Show the attempt"), this, [this] {
        if (m_inspection && m_inspection->attempt)
            emit deliveryRequested(m_inspection->attempt->delivery);
    });
    attempt->setObjectName(QStringLiteral("openAttempt"));
    QAction* compare = more.addAction(tr("Compare with the one before"), this, [this, tell] {
        compareWithBefore(*m_workbench, m_exchange.compared, this, tell);
    });
    setKey(*compare, Qt::Key_D);
    more.addAction(tr("Export…"), this, [this] { handOn(); });
    more.addAction(tr("Save as sample…"), this, [this] { keepSample(); });
    more.addAction(tr("Note…"), m_overview, &Overview::noteWanted);
    connect(m_overview, &Overview::noteWanted, this, [this] {
        if (const auto row = rowIdFromString(m_exchange.source))
            emit noteWanted({{*row, m_exchange.mark}});
    });
    connect(&replays, &QMenu::aboutToShow, again, [this, again] { again->setEnabled(m_shown.has_value()); });
    connect(&more, &QMenu::aboutToShow, attempt,
            [this, attempt] { attempt->setEnabled(m_shown && m_inspection && m_inspection->attempt); });
}

void CaptureInspector::clear(const QString& sentence)
{
    ++m_question;
    m_shown.reset();
    m_empty->setText(sentence);
    m_stack->setCurrentIndex(0);
}

void CaptureInspector::choose(Segment segment)
{
    m_segments->setCurrent(static_cast<int>(segment));
    m_pages->setCurrentIndex(static_cast<int>(segment));
}

void CaptureInspector::showCapture(const Capture& capture)
{
    const bool same = m_shown == capture.id;
    m_shown = capture.id;
    if (!same)
        m_inspection.reset();
    present(inspected(capture));
    if (!m_workbench)
        return;
    m_workbench->inspecting()
        .ofCapture(capture.id)
        .then(this, [this, question = m_question](const Result<Inspection>& found) {
            showInspection(found, question);
        });
}

void CaptureInspector::showAttempt(const Delivery& delivery, const Attempt& attempt,
                                   const std::optional<Capture>& capture)
{
    m_shown.reset();
    m_inspection.reset();
    present(inspected(delivery, attempt, capture));
    if (!m_workbench)
        return;
    m_workbench->inspecting()
        .ofAttempt(delivery.id, attempt.number)
        .then(this, [this, question = m_question](const Result<Inspection>& found) {
            showInspection(found, question);
        });
}

void CaptureInspector::present(const InspectedExchange& exchange)
{
    ++m_question;
    m_exchange = exchange;
    m_bar->setExchange(exchange.state, exchange.title, exchange.line, exchange.result);
    m_overview->showExchange(exchange, m_inspection);
    m_headers->setHeaders(exchange.headers, exchange.trailers);
    const auto fields = exchange.headers.fields.size() + exchange.trailers.fields.size();
    m_segments->setCount(static_cast<int>(Segment::Headers), static_cast<int>(fields));
    m_segments->setCount(static_cast<int>(Segment::Overview), std::nullopt);
    m_body->setBody(exchange.headers, exchange.body);
    m_raw->setBytes(exchange.head + exchange.wireBody, exchange.note);
    if (exchange.offset)
        m_raw->mark(*exchange.offset);
    const QByteArray answer = exchange.answerHead + exchange.answerBody;
    m_answer->setBytes(answer, answer.isEmpty() ? tr("Nothing was answered.") : QString());
    m_timing->setPhases(exchange.phases);
    m_stack->setCurrentIndex(1);
}

void CaptureInspector::showInspection(const Result<Inspection>& inspection, int question)
{
    if (question != m_question || !inspection)
        return;
    m_inspection = *inspection;
    const auto failed = std::ranges::count(m_inspection->checks, CheckResult::Failed, &Check::result);
    m_segments->setCount(static_cast<int>(Segment::Overview),
                         failed > 0 ? std::optional(static_cast<int>(failed)) : std::nullopt, true);
    m_overview->showExchange(m_exchange, m_inspection);
}

bool CaptureInspector::find(const QString& text, bool forward)
{
    switch (static_cast<Segment>(m_pages->currentIndex())) {
    case Segment::Headers:
        return m_headers->find(text, forward);
    case Segment::Body:
        return m_body->find(text, forward);
    case Segment::Answer:
        return m_answer->find(text, forward);
    case Segment::Overview:
    case Segment::Timing:
        choose(Segment::Raw); // there the whole request is
        break;
    case Segment::Raw:
        break;
    }
    return m_raw->find(text, forward);
}

/// The window's Ctrl+F is for the page's filter; in here it finds inside.
bool CaptureInspector::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CaptureInspector::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find))
        m_find->open();
    else
        QWidget::keyPressEvent(event);
}

void CaptureInspector::restartFind()
{
    m_headers->restartFind();
    m_body->restartFind();
    m_raw->restartFind();
    m_answer->restartFind();
}

void CaptureInspector::replay(ReplayDialog::What what)
{
    if (!m_workbench || m_exchange.source.isEmpty())
        return;
    auto* dialog = new ReplayDialog(*m_workbench, {m_exchange.source}, this, what);
    connect(dialog, &ReplayDialog::deliveryWanted, this, &CaptureInspector::deliveryRequested);
    dialog->open();
}

void CaptureInspector::handOn()
{
    auto* dialog = new HandOnDialog(*m_workbench, {m_exchange.source}, this);
    connect(dialog, &HandOnDialog::said, this, &CaptureInspector::said);
    dialog->open();
}

void CaptureInspector::keepSample()
{
    const auto row = rowIdFromString(m_exchange.source);
    if (!row)
        return;
    const QString event = m_inspection ? m_inspection->event : QString();
    auto* dialog = new SampleNameDialog(*m_workbench, *row, event, this);
    connect(dialog, &SampleNameDialog::said, this, &CaptureInspector::said);
    dialog->open();
}

} // namespace hookworks
