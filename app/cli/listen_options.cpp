// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listen_options.h"

namespace hookworks {

namespace {

/// Any of the options about certificates means HTTPS. The input is the passphrase where it is not the rules.
void setIdentity(ListenerConfig& config, const ListenOptions& options, const CommandContext& context)
{
    const auto path = [&context](const QString& file) {
        return file.isEmpty() ? QString() : context.folder.absoluteFilePath(file);
    };
    config.certificateFile = path(options.certificate);
    config.keyFile = path(options.key);
    config.clientAuthorityFile = path(options.clientAuthority);
    config.askClientCertificate = !options.clientCertificate.isEmpty() || !options.clientAuthority.isEmpty();
    config.tls = options.tls || config.askClientCertificate || !options.certificate.isEmpty();
    if (options.certificate.isEmpty() || options.rules == QLatin1String("-"))
        return;
    config.passphrase = withoutNewline(context.input);
}

void addIdentityOptions(CLI::App& app, ListenOptions& options)
{
    auto* const certificate = addText(app, "--cert,--p12", options.certificate,
                                      CliText::tr("A certificate: PEM, or PKCS#12 with its key"))
                                  ->type_name("FILE");
    addText(app, "--key", options.key, CliText::tr("The certificate's key, PEM"))
        ->type_name("FILE")
        ->needs(certificate);
    addSwitch(app, "--passphrase-stdin", options.passphraseFromInput,
              CliText::tr("Read the passphrase of the key or the PKCS#12 file from standard input; "
                          "without it, HOOKWORKS_TLS_PASSPHRASE is (but not with --rules -)"))
        ->needs(certificate);
    addText(
        app, "--client-ca", options.clientAuthority,
        CliText::tr("Ask clients for a certificate, and refuse one that is not of these authorities, PEM; "
                    "who shows none is served"))
        ->type_name("FILE");
    addChoice(app, "--client-cert", options.clientCertificate, {QStringLiteral("ask")},
              CliText::tr("Ask clients for a certificate; without --client-ca any is taken"));
}

} // namespace

ListenerConfig listenerFrom(const ListenOptions& options, const CommandContext& context)
{
    ListenerConfig config;
    config.name = CliText::tr("Command line");
    config.address = options.address;
    config.port = static_cast<quint16>(options.port.value_or(8717));
    config.limits = options.limits.limits();
    setIdentity(config, options, context);
    return config;
}

void addListenOptions(CLI::App& app, ListenOptions& options)
{
    addText(app, "--address", options.address,
            CliText::tr("The address to listen on, 127.0.0.1 if not given"));
    addCount(app, "--port", options.port, 0, 65535,
             CliText::tr("The port, 8717 if not given; 0 takes a free one"));
    addSwitch(app, "--tls", options.tls,
              CliText::tr("HTTPS, with a certificate of the local authority or with --cert"));
    addIdentityOptions(app, options);
    addText(app, "--rules", options.rules, CliText::tr("Reply rules; read again when the file changes"))
        ->type_name("FILE");
    addCount(app, "--count", options.count, 1, 1'000'000'000, CliText::tr("End after so many requests"));
    addSeconds(app, "--for", options.duration, CliText::tr("End after so many seconds"));
    addSwitch(app, "--bodies", options.bodies, CliText::tr("With the bodies"));
    addLimitOptions(app, options.limits);
    addQuotaOptions(app, options.quota);
}

} // namespace hookworks
