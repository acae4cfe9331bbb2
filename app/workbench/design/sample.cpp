// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/sample.h"

#include "capture/rule_sets.h"
#include "provider/catalogue.h"
#include "workbench/design/design_changes.h"
#include "workbench/design/designer.h"
#include "workbench/design/sample_content.h"
#include "workbench/session/workbench.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

Result<void> addSampleOf(Writer& writer, const ProviderCatalogue& providers, const ProviderProfile& provider,
                         RealTime now)
{
    Report report;
    report.provider = provider.key;
    const auto saved = saveReport(writer, providers, report, now);
    if (!saved)
        return tl::unexpected<Error>(saved.error());
    Webhook webhook;
    webhook.provider = provider.key;
    webhook.url = QStringLiteral("{listener}/") + provider.key;
    webhook.name = QCoreApplication::translate("hookworks", "%1 to the listener").arg(provider.title);
    if (!provider.authLabel.isEmpty())
        webhook.token = "sample-token";
    if (!provider.hooks.path.isEmpty())
        webhook.report = saved->id;
    return saveWebhook(writer, providers, webhook, now).map([](const Webhook&) {});
}

} // namespace

Result<bool> addSample(Writer& writer, const ProviderCatalogue& providers, RealTime now)
{
    const auto reports = writer.reports();
    const auto webhooks = writer.webhooks();
    const auto listeners = writer.listeners();
    if (!reports || !webhooks || !listeners)
        return tl::unexpected<Error>(!reports    ? reports.error()
                                     : !webhooks ? webhooks.error()
                                                 : listeners.error());
    if (!reports->isEmpty() || !webhooks->isEmpty() || !listeners->isEmpty())
        return false;
    for (const ProviderProfile& provider : providers.profiles()) {
        if (auto added = addSampleOf(writer, providers, provider, now); !added)
            return tl::unexpected<Error>(added.error());
    }
    ListenerConfig listener;
    listener.name = QCoreApplication::translate("hookworks", "Listener");
    listener.enabled = true;
    listener.rules = {downFor(3)};
    return writer.addListener(listener).map([](ListenerId) { return true; });
}

Answer<bool> makeSampleWorkspace(Workbench& workbench)
{
    return workbench.designer().makeSample();
}

} // namespace hookworks
