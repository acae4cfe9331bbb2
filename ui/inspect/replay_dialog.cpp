// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/replay_dialog.h"

#include "domain/shown_secrets.h"
#include "domain/url_parts.h"
#include "ui/inspect/compare_dialog.h"
#include "ui/inspect/replay_edit.h"
#include "ui/inspect/replay_manner.h"
#include "ui/inspect/replay_result.h"
#include "ui/inspect/replay_words.h"
#include "ui/inspect/secrets_dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/deliver/replay_run.h"
#include "workbench/design/designer.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QCompleter>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr int ownAddress = 0;

QString headline(const QStringList& sources)
{
    return sources.size() == 1
               ? ReplayDialog::tr("Replay %1").arg(sources.first())
               : ReplayDialog::tr("Replay %1 requests").arg(QLocale().toString(sources.size()));
}

} // namespace

ReplayDialog::ReplayDialog(Workbench& workbench, const QStringList& sources, QWidget* parent, What what)
    : FormDialog(headline(sources), parent)
    , m_workbench(workbench)
    , m_sources(sources)
    , m_what(new SegmentedControl(tr("What")))
    , m_where(new SegmentedControl(tr("Where")))
    , m_about(new TextLabel({}, Face::Caption, Colour::Quiet))
    , m_own(new ElidedLabel({}, Face::Code, Colour::Quiet))
    , m_address(new QLineEdit)
    , m_secret(new QLineEdit)
    , m_edit(new ReplayEdit)
    , m_manner(new ReplayManner(workbench, sources.size()))
    , m_result(new ReplayResult(workbench))
    , m_send(addDeed(tr("Send")))
{
    setObjectName(QStringLiteral("replayDialog"));
    arrange(what);
    connectParts();
    showChoice();
    read();
}

QWidget* ReplayDialog::makeWhat()
{
    for (const QString& words :
         {tr("As it was"), tr("Fresh ids and times"), tr("Edited"), tr("Byte for byte")})
        m_what->addSegment(words);
    m_what->setObjectName(QStringLiteral("replayWhat"));
    m_what->setSegmentEnabled(static_cast<int>(What::Edited), m_sources.size() == 1);
    return stackedUp(m_what, m_about);
}

QWidget* ReplayDialog::makeWhere()
{
    m_where->addSegment(m_sources.size() == 1 ? tr("Its own address") : tr("Their own addresses"));
    m_where->addSegment(tr("Another"));
    m_where->setObjectName(QStringLiteral("replayWhere"));
    m_address->setObjectName(QStringLiteral("replayAddress"));
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(QStringLiteral("http://127.0.0.1:9000/hook"));
    setMonospace(*m_address);
    auto* below = new QWidget;
    auto* column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_own);
    column->addWidget(m_address);
    m_workbench.replayer().addressesUsed().then(this, [this](const Result<QStringList>& used) {
        QStringList offered;
        for (const QString& address : used.value_or(QStringList())) {
            if (urlForShowing(address) == address) // one with a secret is typed by whoever knows it
                offered << address;
        }
        auto* completer = new QCompleter(offered, m_address);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        m_address->setCompleter(completer);
    });
    return stackedUp(m_where, below);
}

void ReplayDialog::arrange(What what)
{
    form().setLabelWidth(scaled(replayLabelWidth));
    form().addRow(tr("What"), makeWhat());
    m_what->setCurrent(static_cast<int>(what));
    m_secret->setObjectName(QStringLiteral("replaySecret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setAccessibleName(tr("Signing secret"));
    m_secret->setPlaceholderText(QStringLiteral("whsec_…"));
    form().addRow(tr("Sign with"), m_secret,
                  tr("The signing secret. It is used for this replay alone, and not kept."));
    form().addWide(m_edit);
    form().addRow(tr("Where"), makeWhere());
    form().addWide(m_manner);
    form().addWide(
        quietLabel(tr("Each is marked as a replay, and does not count towards the webhook's health.")));
    addResult(m_result);
    nameClosing(tr("Close"));
    m_send->setObjectName(QStringLiteral("replaySend"));
    auto* send = new QAction(tr("Send"), this); // a button's own shortcut ends when its text changes
    send->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(send, &QAction::triggered, this, &ReplayDialog::send);
    addAction(send);
}

void ReplayDialog::connectParts()
{
    connect(m_what, &SegmentedControl::chosen, this, &ReplayDialog::showChoice);
    connect(m_where, &SegmentedControl::chosen, this, [this] {
        showChoice();
        if (m_where->current() != ownAddress)
            m_address->setFocus();
    });
    connect(m_address, &QLineEdit::textChanged, this, &ReplayDialog::sayPlan);
    connect(m_secret, &QLineEdit::textChanged, this, &ReplayDialog::showChoice);
    connect(m_edit, &ReplayEdit::edited, this, &ReplayDialog::sayPlan);
    connect(m_manner, &ReplayManner::changed, this, &ReplayDialog::sayPlan);
    connect(m_send, &QPushButton::clicked, this, &ReplayDialog::send);
    connect(m_result, &ReplayResult::stopWanted, this, [this] {
        if (m_run)
            m_run->stop();
    });
    connect(m_result, &ReplayResult::comparisonWanted, this,
            [this](const QString& before, const QString& now) {
                (new CompareDialog(m_workbench, before, now, this))->open();
            });
    connect(m_result, &ReplayResult::deliveryWanted, this, [this](DeliveryId delivery) {
        emit deliveryWanted(delivery);
        accept();
    });
    connect(this, &QDialog::finished, this, &ReplayDialog::leave);
}

void ReplayDialog::read()
{
    if (m_sources.size() != 1) {
        m_known = true;
        return sayPlan();
    }
    m_workbench.replayer().look(m_sources.first()).then(this, [this](const Result<ReplayOriginal>& original) {
        if (original)
            take(*original);
        else
            problem().tell(original.error().message, Severity::Error, {}, false);
    });
    offerWebhooksPolicy();
}

void ReplayDialog::take(const ReplayOriginal& original)
{
    m_original = original;
    m_known = true;
    m_edit->setOriginal(original.request);
    m_own->setText(urlForShowing(original.request.url));
    m_manner->setProvider(original.provider, {});
    showChoice();
}

/// As the webhook has it now, where the source was sent to one that is still there.
void ReplayDialog::offerWebhooksPolicy()
{
    const auto delivery = DeliveryId::parse(m_sources.first());
    if (!delivery)
        return;
    m_workbench.deliveries()
        .light({*delivery})
        .then(this, [this](const Result<QList<DeliveryRecord>>& records) {
            if (!records || records->isEmpty() || !records->first().delivery.webhook)
                return;
            m_workbench.designer()
                .webhook(*records->first().delivery.webhook)
                .then(this, [this](const Result<Webhook>& webhook) {
                    if (webhook)
                        m_manner->setProvider(webhook->provider, webhook->policy);
                });
        });
}

bool ReplayDialog::asksForSecret() const
{
    const auto what = static_cast<What>(m_what->current());
    return m_original.isSigned &&
           (what == What::Edited || (what == What::Fresh && !m_original.secretIsKnown));
}

/// What is typed where it is asked for.
QByteArray ReplayDialog::typedSecret() const
{
    return asksForSecret() ? m_secret->text().trimmed().toUtf8() : QByteArray();
}

void ReplayDialog::showChoice()
{
    const auto what = static_cast<What>(m_what->current());
    m_edit->setVisible(what == What::Edited);
    form().setRowVisible(m_secret, asksForSecret());
    m_about->setText(whatWords());
    m_own->setVisible(m_where->current() == ownAddress && m_sources.size() == 1);
    m_address->setVisible(m_where->current() != ownAddress);
    sayPlan();
    fit();
}

QString ReplayDialog::whatWords() const
{
    switch (static_cast<What>(m_what->current())) {
    case What::AsItWas:
        return tr("Method, headers and body as they were; Host and Content-Length are made anew.");
    case What::Fresh:
        return freshWords() + signatureWords();
    case What::Edited:
        return tr("Each edit is a step; Alt+Left and Alt+Right go back and forward.") + signatureWords();
    case What::Exact:
        break;
    }
    return tr("The very bytes that were on the wire, head included, on a connection of their own.");
}

QString ReplayDialog::freshWords() const
{
    if (m_sources.size() > 1 || !m_known)
        return tr("Ids and times are made anew, where the provider's profile knows them. A signature is made "
                  "anew where the secret is known, else it stays that of the old bytes.");
    QStringList places = m_original.freshPlaces;
    if (!m_original.secretIsKnown && typedSecret().isEmpty())
        places.removeIf([](const QString& place) { return place.endsWith(u"-signature"); });
    if (!places.isEmpty())
        return tr("Made anew: %1. All else stays.").arg(places.join(QStringLiteral(", ")));
    return m_original.provider.isEmpty()
               ? tr("It is of no known provider, so nothing tells which ids and times are new each time.")
               : tr("This event carries no ids and times of its own: it is sent as it was.");
}

/// A sentence that follows others; empty: there is nothing to say of it.
QString ReplayDialog::signatureWords() const
{
    if (!m_original.isSigned)
        return {};
    if (!typedSecret().isEmpty())
        return u' ' + tr("The signature is made anew with the secret below.");
    return !asksForSecret()
               ? u' ' + tr("The signature is made anew with the webhook's secret.")
               : u' ' +
                     tr("Its signature is that of the old bytes, which a receiver that verifies it refuses: "
                        "give the secret below to sign it anew.");
}

ReplaySeries ReplayDialog::series()
{
    ReplaySeries series;
    series.sources = m_sources;
    const auto what = static_cast<What>(m_what->current());
    series.each.exact = what == What::Exact;
    series.each.fresh = what == What::Fresh;
    if (what == What::Edited)
        series.each.edited = m_edit->editedRequest();
    series.each.signingSecret = typedSecret();
    if (m_where->current() != ownAddress)
        series.each.url = m_address->text().trimmed();
    return m_manner->applied(series);
}

/// Before it happens; what is wrong stands in its place.
void ReplayDialog::sayPlan()
{
    const ReplaySeries wanted = series();
    const bool elsewhere = m_where->current() != ownAddress;
    auto checked = checkSeries(wanted);
    if (checked && elsewhere && !wanted.each.url.isEmpty())
        checked = splitTypedUrl(wanted.each.url).map([](const UrlParts&) {});
    const QString address =
        elsewhere ? urlForShowing(wanted.each.url) : urlForShowing(m_original.request.url);
    const bool complete = m_known && !(elsewhere && wanted.each.url.isEmpty());
    sayWhatWillHappen(!checked    ? checked.error().message
                      : !complete ? (elsewhere ? tr("Name the address to send to.") : QString())
                                  : seriesWords(wanted, address, m_manner->policyWords()));
    m_send->setEnabled(checked && complete && !m_run);
}

void ReplayDialog::send()
{
    if (m_run || !m_send->isEnabled())
        return;
    problem().clear();
    m_edit->keep();
    m_last.reset();
    m_run = m_workbench.replayer().run(series());
    follow(*m_run);
    m_result->begin();
    fit();
    m_send->setText(tr("Send"));
    nameClosing(tr("Stop and close"));
    sayPlan();
}

void ReplayDialog::follow(ReplayRun& run)
{
    connect(&run, &ReplayRun::made, this, [this](const QList<DeliveryId>& ids) {
        if (!m_last)
            emit made(ids.first());
        m_last = ids.last();
    });
    connect(&run, &ReplayRun::refused, this, [this](const QString&, const Error& error) {
        if (problem().text().isEmpty())
            problem().tell(error.message, Severity::Error, remedyFor(error));
    });
    connect(&run, &ReplayRun::progressed, this, [this](const ReplayProgress& progress) {
        m_result->showProgress(progress);
        if (progress.sent >= progress.total)
            nameClosing(tr("Close"));
    });
    connect(&run, &ReplayRun::finished, this, [this](const ReplayProgress& progress) {
        m_run = nullptr;
        nameClosing(tr("Close"));
        m_send->setText(tr("Send again"));
        m_result->showEnd(progress, m_last);
        fit();
        sayPlan();
    });
}

/// What came in a case may wait for secrets.
InlineMessage::Remedy ReplayDialog::remedyFor(const Error& error)
{
    if (error.code != ErrorCode::Conflict)
        return {};
    return {tr("Secrets of cases…"), [this] {
                problem().clear();
                (new SecretsDialog(m_workbench, {}, this))->open();
            }};
}

/// What was all sent goes on by itself, as its policy says; a series in its midst has nobody any more to stop
/// it.
void ReplayDialog::leave()
{
    if (m_run && m_run->progress().sent < m_run->progress().total)
        m_run->stop();
}

} // namespace hookworks
