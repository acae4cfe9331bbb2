// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "provider/profile.h"

namespace hookworks {

/// What is new each time an event happens.
struct FreshFacts
{
    QString messageId, taskId;
    RealTime now;
    bool operator==(const FreshFacts&) const = default;
};

/// What freshRequest() makes anew, by the profile: JSON paths of the body, and names of header fields.
QStringList freshPlaces(const ProviderProfile& profile, const QString& event);

/// The request as if the event had happened again: message id, task id, times and addresses made of them are
/// new where the profile puts them and the request has them. Every other byte of the body stays, as do all
/// other fields. BadInput: the body is no JSON object, where the profile puts something into it.
Result<Request> freshRequest(const ProviderProfile& profile, const QString& event, Request request,
                             const FreshFacts& facts);

} // namespace hookworks
