// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/webhook_edit.h"

#include "cli/command_table.h"
#include "workbench/design/designer.h"

#include <algorithm>

namespace hookworks {

namespace {

Result<Header> headerFrom(const QString& text)
{
    const qsizetype colon = text.indexOf(u':');
    const QByteArray name = text.left(colon).toUtf8();
    const QByteArray value = text.mid(colon + 1).trimmed().toUtf8();
    if (colon > 0 && isToken(name) && isFieldValue(value))
        return Header{name, value};
    return fail(
        ErrorCode::BadInput,
        CliText::tr("--header: '%1' is no header field; write it as 'Name: value', on one line.").arg(text));
}

Result<void> checkEvents(const QStringList& events, const ProviderInfo& provider)
{
    QStringList known;
    for (const EventInfo& event : provider.events)
        known << event.name;
    for (const QString& event : events) {
        if (!known.contains(event))
            return fail(ErrorCode::BadInput,
                        CliText::tr("--event: %1 has no event '%2'; there are: %3.")
                            .arg(provider.title, event, known.join(QStringLiteral(", "))));
    }
    return {};
}

Result<ProviderInfo> providerNamed(const Providers& providers, const QString& key)
{
    if (const auto provider = providers.find(key))
        return *provider;
    return fail(ErrorCode::BadInput, CliText::tr("--provider: there is no provider '%1'; there are: %2.")
                                         .arg(key, providers.keys().join(QStringLiteral(", "))));
}

} // namespace

void WebhookEdit::addOptions(CLI::App& app)
{
    addText(app, "--provider", provider, CliText::tr("Whose events it takes"));
    addText(app, "--url", url,
            CliText::tr("Where they are sent; {listener} stands for the built-in listener"))
        ->type_name("URL");
    addText(app, "--name", name, CliText::tr("How to call it"));
    addTexts(app, "--event", events,
             CliText::tr("An event it takes; may be given more than once; all if not given"));
    addSwitch(app, "--auth-token-stdin", tokenFromInput,
              CliText::tr("Read the token that the provider sends from standard input"));
    addTexts(
        app, "--header", headers,
        CliText::tr(
            "A further header field, instead of the provider's of that name; may be given more than once"))
        ->type_name("'N: V'");
    addText(app, "--policy", policy, CliText::tr("The retry policy, as 'policy preview' knows it"));
    addSeconds(app, "--timeout", timeout, CliText::tr("How long an attempt may take"));
    addText(app, "--report", report,
            CliText::tr("Make it one of this report's own; it serves all reports if not given"));
    auto* const switchOn = addSwitch(app, "--on", on, CliText::tr("Switch it on"));
    addSwitch(app, "--off", off, CliText::tr("Switch it off"))->excludes(switchOn);
    addSwitch(app, "--with-secrets", showsSecrets, CliText::tr("Do not mask secrets in what is printed"));
    addFlowOptions(app);
    addCertificateOptions(app);
}

void WebhookEdit::addCertificateOptions(CLI::App& app)
{
    addText(app, "--client-cert", certificate,
            CliText::tr("The certificate that is shown to a receiver that asks for one: PEM or PKCS#12"))
        ->type_name("FILE");
    addText(app, "--client-key", certificateKey,
            CliText::tr("Its key, where that stands in a PEM file of its own"))
        ->type_name("FILE");
    addSwitch(app, "--client-passphrase-stdin", passphraseFromInput,
              CliText::tr("Read the passphrase of the key or the PKCS#12 file from standard input"))
        ->excludes(app.get_option("--auth-token-stdin"));
}

/// The files are looked at when they are used: they may be renewed.
Result<void> WebhookEdit::setCertificate(ClientCertificate& shown, const QByteArray& input) const
{
    if (noCertificate)
        shown = {};
    if (!certificate.isEmpty())
        shown = {certificate, {}, {}};
    if (!certificateKey.isEmpty())
        shown.keyFile = certificateKey;
    if (passphraseFromInput)
        shown.passphrase = withoutNewline(input);
    if (!shown && (!shown.keyFile.isEmpty() || !shown.passphrase.isEmpty()))
        return fail(ErrorCode::BadInput, CliText::tr("--client-key and --client-passphrase-stdin go with a "
                                                     "certificate: give --client-cert."));
    return {};
}

void WebhookEdit::addFlowOptions(CLI::App& app)
{
    addCount(app, "--in-flight", inFlight, 1, 6, CliText::tr("Attempts that may run at the same time"));
    addCount(app, "--rate", rate, 0, 6000, CliText::tr("Attempts a minute, in real time; 0: no limit"));
    auto* const strict = addSwitch(app, "--strict-order", strictOrder,
                                   CliText::tr("The next event waits until the one before is final"));
    addSwitch(app, "--any-order", anyOrder, CliText::tr("Events do not wait for each other"))
        ->excludes(strict);
    addCount(app, "--circuit", circuit, 0, 100,
             CliText::tr("Failures in a row that open the circuit; 0: it never opens"));
    addSeconds(app, "--circuit-pause", circuitPause,
               CliText::tr("How long an open circuit waits before one attempt goes out, on the workbench's "
                           "clock; twice as long each time that one fails"));
    addSeconds(app, "--circuit-pause-cap", circuitPauseCap, CliText::tr("The longest such pause"));
}

FlowLimits WebhookEdit::appliedTo(FlowLimits flow) const
{
    flow.maxInFlight = inFlight.value_or(flow.maxInFlight);
    flow.ratePerMinute = rate.value_or(flow.ratePerMinute);
    flow.strictOrder = strictOrder || (flow.strictOrder && !anyOrder);
    flow.circuitOpensAfter = circuit.value_or(flow.circuitOpensAfter);
    flow.circuitPause = circuitPause.value_or(flow.circuitPause);
    flow.circuitPauseCap = circuitPauseCap.value_or(flow.circuitPauseCap);
    return flow;
}

void WebhookEdit::addClearingOptions(CLI::App& app)
{
    addSwitch(app, "--all-events", allEvents, CliText::tr("Take all events"))
        ->excludes(app.get_option("--event"));
    addSwitch(app, "--no-headers", noHeaders, CliText::tr("No further header fields"))
        ->excludes(app.get_option("--header"));
    addSwitch(app, "--no-token", noToken, CliText::tr("Send no token"))
        ->excludes(app.get_option("--auth-token-stdin"));
    addSwitch(app, "--no-client-cert", noCertificate, CliText::tr("Show no certificate"))
        ->excludes(app.get_option("--client-cert"));
}

Result<Webhook> WebhookEdit::appliedTo(Webhook webhook, const QByteArray& input,
                                       const Providers& providers) const
{
    const auto replace = [](QString& field, const QString& said) {
        if (!said.isEmpty())
            field = said;
    };
    replace(webhook.provider, provider);
    replace(webhook.url, url.trimmed());
    replace(webhook.name, name);
    replace(webhook.policy, policy);
    if (!events.isEmpty() || allEvents)
        webhook.events = events;
    if (timeout)
        webhook.timeout = timeout;
    webhook.flow = appliedTo(webhook.flow);
    if (tokenFromInput || noToken)
        webhook.token = withoutNewline(input);
    if (auto set = setCertificate(webhook.clientCertificate, input); !set)
        return tl::unexpected<Error>(set.error());
    if (on || off) {
        webhook.enabled = on;
        webhook.disabledReason.clear();
    }
    if (!headers.isEmpty() || noHeaders)
        webhook.headers = {};
    for (const QString& text : headers) {
        const Result<Header> header = headerFrom(text);
        if (!header)
            return tl::unexpected<Error>(header.error());
        webhook.headers.fields << *header;
    }
    return providerNamed(providers, webhook.provider)
        .and_then([&webhook](const ProviderInfo& known) { return checkEvents(webhook.events, known); })
        .map([&webhook] { return webhook; });
}

bool WebhookEdit::names(const QString& field) const
{
    const QString option = optionOf(field);
    return (option == QLatin1String("--url") && !url.isEmpty()) ||
           (option == QLatin1String("--name") && !name.isEmpty()) ||
           (option == QLatin1String("--header") && !headers.isEmpty()) ||
           (option == QLatin1String("--event") && !events.isEmpty()) ||
           (option == QLatin1String("--auth-token-stdin") && tokenFromInput) ||
           (option == QLatin1String("--timeout") && timeout);
}

QString optionOf(const QString& field)
{
    const QString first = field.section(QLatin1Char('.'), 0, 0).section(QLatin1Char('['), 0, 0);
    if (first == QLatin1String("token"))
        return QStringLiteral("--auth-token-stdin");
    if (first == QLatin1String("headers"))
        return QStringLiteral("--header");
    if (first == QLatin1String("events"))
        return QStringLiteral("--event");
    return QStringLiteral("--") + first;
}

} // namespace hookworks
