// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/webhook.h"

namespace CLI {
class App;
}

namespace hookworks {

class Providers;

/// What `webhook add` and `webhook set` say of a webhook; what is empty is not said.
struct WebhookEdit
{
    QString provider, url, name, policy, report;
    QString certificate, certificateKey; ///< paths, absolute
    QStringList events, headers;
    std::optional<Micros> timeout, circuitPause, circuitPauseCap;
    std::optional<int> inFlight, rate, circuit;
    bool tokenFromInput = false, passphraseFromInput = false; ///< one of them at most
    bool noCertificate = false;
    bool strictOrder = false, anyOrder = false;
    bool on = false, off = false, allEvents = false, noHeaders = false, noToken = false;
    bool showsSecrets = false; ///< in what is printed

    void addOptions(CLI::App& app);
    /// Those that only make sense for a webhook that is there.
    void addClearingOptions(CLI::App& app);

    /// The webhook with what was said; `input` is the token or the passphrase where that comes from standard
    /// input, and loses one newline at its end. BadInput names the option. The report is left to the caller.
    Result<Webhook> appliedTo(Webhook webhook, const QByteArray& input, const Providers& providers) const;

    /// Says something of that field, which a problem names: `url`, `headers[0]`.
    bool names(const QString& field) const;

private:
    void addFlowOptions(CLI::App& app);
    void addCertificateOptions(CLI::App& app);
    Result<void> setCertificate(ClientCertificate& shown, const QByteArray& input) const;
    FlowLimits appliedTo(FlowLimits flow) const;
};

/// The option that a webhook's field is set by: `url` → `--url`.
QString optionOf(const QString& field);

} // namespace hookworks
