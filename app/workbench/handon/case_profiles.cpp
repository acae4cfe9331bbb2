// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/handon/case_profiles.h"

#include "provider/catalogue.h"
#include "provider/event_recognition.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/wire_exchange.h"

namespace hookworks {

namespace {

/// Empty: none that is known.
QString providerOf(const EventRecogniser& recogniser, const ExportedExchange& exchange)
{
    constexpr qsizetype longestRecognised = 4 * 1024 * 1024;
    if (exchange.delivery)
        return exchange.delivery->provider;
    const auto origin = exchange.capture->body.size() <= longestRecognised
                            ? recogniser.originOf(exchange.capture->body)
                            : std::nullopt;
    return origin ? origin->provider : QString();
}

} // namespace

QList<CaseProfile> caseProfiles(const ProviderCatalogue& providers, const QList<ExportedExchange>& exchanges)
{
    const EventRecogniser recogniser(providers.profiles());
    QStringList keys;
    for (const ExportedExchange& exchange : exchanges) {
        const QString key = providerOf(recogniser, exchange);
        if (!key.isEmpty() && !keys.contains(key))
            keys << key;
    }
    QList<CaseProfile> profiles;
    for (const QString& key : std::as_const(keys)) {
        const ProviderProfile* const profile = providers.find(key);
        profiles << (profile ? CaseProfile{key, profile->title, profile->revision}
                             : CaseProfile{key, {}, {}});
    }
    return profiles;
}

QStringList profileNotes(const ProviderCatalogue& providers, const CaseFile& file)
{
    QStringList notes;
    for (const CaseProfile& profile : file.profiles) {
        const QString name = profile.title.isEmpty() ? profile.key : profile.title;
        const ProviderProfile* const known = providers.find(profile.key);
        if (!known)
            notes << HandOnText::tr("The provider %1 is not known here, so nothing is checked against its "
                                    "contract, and no ids and times can be made anew.")
                         .arg(name);
        else if (!profile.revision.isEmpty() && profile.revision != known->revision)
            notes << HandOnText::tr(
                         "The case was made with another profile of %1 (revision %2, by %3) than "
                         "the one that is known here (revision %4): checks may come out differently.")
                         .arg(name, profile.revision, file.program, known->revision);
    }
    return notes;
}

} // namespace hookworks
