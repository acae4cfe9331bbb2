// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/request_view.h"

#include "domain/shown_secrets.h"
#include "http/curl.h"
#include "json/reindent.h"
#include "ui/inspect/shown_request.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/message_colours.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_views.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

namespace hookworks {

namespace {

enum ShownAs
{
    Pretty,
    Raw,
    Curl
};

constexpr qsizetype mostPretty = 20'000'000;
constexpr int mostHeadLines = 14;

} // namespace

RequestView::RequestView(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_forms(new QStackedWidget)
    , m_empty(new EmptyPage(QStringLiteral("network-server"), {}, {}))
    , m_noWebhook(new EmptyPage(QStringLiteral("insert-link"), {}, tr("Add a webhook")))
    , m_title(new PaneHeader({}))
    , m_form(new SegmentedControl(tr("Show the request"), SegmentedControl::Height::SubBar))
    , m_about(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_secrets(new QPushButton(tr("Show secrets")))
    , m_edit(new QPushButton(tr("Edit before sending")))
    , m_problem(new ProblemLabel)
    , m_head(new MonospaceView)
    , m_plain(new MonospaceView)
    , m_body(new JsonEditor)
{
    m_forms->addWidget(makePretty());
    m_forms->addWidget(m_plain);
    m_plain->setFrameShape(QFrame::NoFrame);
    auto* request = new QWidget;
    auto* column = new QVBoxLayout(request);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(makeBar());
    column->addWidget(m_problem);
    column->addWidget(m_forms, 1);
    for (QWidget* page : std::initializer_list<QWidget*>{request, m_empty, m_noWebhook})
        m_stack->addWidget(page);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    connect(m_form, &SegmentedControl::chosen, this, &RequestView::showForm);
    connect(m_secrets, &QPushButton::toggled, this, &RequestView::showForm);
    connect(m_edit, &QPushButton::clicked, this, [this] { emit ownPayloadWanted(!m_payload); });
    connect(m_body, &JsonEditor::edited, this, [this] {
        if (m_payload)
            emit payloadEdited(m_body->text());
    });
    connect(m_noWebhook, &EmptyPage::stepWanted, this, &RequestView::webhookWanted);
}

QWidget* RequestView::makeBar()
{
    m_form->setObjectName(QStringLiteral("requestForm"));
    m_form->addSegment(tr("Pretty"));
    m_form->addSegment(tr("Raw"));
    m_form->addSegment(tr("cURL"));
    m_about->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_about->setElideMode(Qt::ElideRight);
    m_secrets->setCheckable(true);
    m_secrets->setObjectName(QStringLiteral("showSecrets"));
    setLook(*m_secrets, ButtonLook::Link);
    m_edit->setObjectName(QStringLiteral("editPayload"));
    for (QPushButton* button : {m_secrets, m_edit})
        button->setAutoDefault(false);
    auto* copy = new CopyButton([this] { return shownText(); });
    copy->setAccessibleName(tr("Copy what is shown"));
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(space::wide, space::close, space::wide, space::close);
    row->setSpacing(space::normal);
    row->addWidget(m_form);
    row->addWidget(m_about, 1);
    row->addWidget(m_secrets);
    row->addWidget(copy);
    row->addWidget(m_edit);
    return bar;
}

QWidget* RequestView::makePretty()
{
    m_head->setAccessibleName(tr("Request head"));
    m_head->setObjectName(QStringLiteral("requestHead"));
    m_head->setFrameShape(QFrame::NoFrame);
    m_head->document()->setDocumentMargin(space::wide);
    new MessageColours(*m_head);
    m_plain->document()->setDocumentMargin(space::wide);
    m_plain->setAccessibleName(tr("Request"));
    m_plain->setObjectName(QStringLiteral("requestText"));
    m_body->setAccessibleName(tr("Body"));
    auto* pretty = new QWidget;
    auto* column = new QVBoxLayout(pretty);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_body, 1);
    return pretty;
}

void RequestView::show(const RequestPreview& request, const std::optional<QByteArray>& payload)
{
    m_request = request;
    m_title->setTitle(tr("Request to %1").arg(request.webhook.name));
    m_problem->setProblem(request.problem);
    m_secrets->setVisible(!secretsOf(request.webhook).isEmpty());
    setPayload(payload);
    m_about->setText(tr("%1 headers · %2 of body")
                         .arg(request.head.count('\n') > 2 ? request.head.count('\n') - 2 : 0)
                         .arg(sizeWords(request.request.body.size())));
    showLater();
    showForm();
    m_stack->setCurrentIndex(0);
}

void RequestView::setPayload(const std::optional<QByteArray>& payload)
{
    if (payload && !m_payload) { // it is typed here
        m_form->setCurrent(Pretty);
        m_forms->setCurrentIndex(0);
    }
    m_payload = payload;
    m_edit->setText(payload ? tr("Back to the generated payload") : tr("Edit before sending"));
    m_body->setReadOnly(!payload);
    if (payload && m_body->text() != *payload)
        m_body->setText(*payload);
}

void RequestView::showNothing(const QString& sentence, bool offersWebhook)
{
    EmptyPage* page = offersWebhook ? m_noWebhook : m_empty;
    page->setSentence(sentence);
    m_stack->setCurrentWidget(page);
}

/// What cannot be known beforehand.
void RequestView::showLater()
{
    QStringList later;
    for (const QByteArray& field : m_request.laterFields)
        later << QString::fromUtf8(field);
    if (m_request.bodyIsMadeLater)
        later << tr("times in the body");
    m_title->setNote(
        later.isEmpty()
            ? tr("as it will leave, byte for byte")
            : tr("as it will leave, but for what is made then: %1").arg(later.join(QStringLiteral(", "))));
}

void RequestView::showForm()
{
    const int form = m_form->current();
    m_forms->setCurrentIndex(form == Pretty ? 0 : 1);
    if (form == Curl)
        return m_plain->setPlainText(QString::fromUtf8(curlCommand(shownRequest())));
    QByteArray head = shownHead();
    head.replace("\r\n", "\n");
    if (form == Raw)
        return m_plain->setPlainText(visibleBytes(head + shownRequest().body));
    const QString lines = QString::fromUtf8(head).trimmed();
    m_head->setPlainText(lines);
    const int shown = static_cast<int>(std::min<qsizetype>(lines.count(u'\n') + 1, mostHeadLines));
    m_head->setFixedHeight(shown * m_head->fontMetrics().lineSpacing() + 2 * space::wide + space::tight);
    if (!m_payload) {
        const QByteArray body = shownRequest().body;
        m_body->setText(reindentJson(body, mostPretty).value_or(body));
    }
}

QByteArray RequestView::payloadToEdit() const
{
    return reindentJson(m_request.request.body, mostPretty).value_or(m_request.request.body);
}

QString RequestView::shownText() const
{
    if (m_form->current() != Pretty)
        return m_plain->toPlainText();
    return m_head->toPlainText() + QStringLiteral("\n\n") + QString::fromUtf8(m_body->text());
}

Request RequestView::shownRequest() const
{
    Request request = m_request.request;
    request.exactHead.clear();
    return m_secrets->isChecked() ? request : maskedRequest(request, secretsOf(m_request.webhook));
}

QByteArray RequestView::shownHead() const
{
    return m_secrets->isChecked() ? m_request.head : maskedHead(m_request.head, secretsOf(m_request.webhook));
}

} // namespace hookworks
