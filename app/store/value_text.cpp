// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/value_text.h"

#include "json/values_listener.h"
#include "json/values_policy.h"
#include "json/values_quota.h"

#include <QCoreApplication>

namespace hookworks {

QString policyText(const RetryPolicy& policy)
{
    return QString::fromUtf8(compactJson(policyJson(policy)));
}

Result<RetryPolicy> policyFromText(const QString& text)
{
    return policyFromJson(text.toUtf8(), JsonSource::Program).map_error([](const Error& error) {
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate("hookworks", "A stored retry policy cannot be read."),
                     error.message};
    });
}

QByteArray listenerText(const ListenerConfig& listener)
{
    return compactJson(listenerJson(listener));
}

Result<ListenerConfig> listenerFromText(const QByteArray& text)
{
    return listenerFromJson(text, JsonSource::Program).map_error([](const Error& error) {
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate("hookworks", "A stored listener cannot be read."),
                     error.message};
    });
}

QString quotaText(const CaptureQuota& quota)
{
    return QString::fromUtf8(compactJson(quotaJson(quota)));
}

Result<CaptureQuota> quotaFromText(const QString& text)
{
    if (text.isEmpty())
        return CaptureQuota();
    return quotaFromJson(text.toUtf8(), JsonSource::Program).map_error([](const Error& error) {
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate(
                         "hookworks", "The stored quota for captures cannot be read. Set it again."),
                     error.message};
    });
}

} // namespace hookworks
