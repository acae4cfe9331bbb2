// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/member_taker.h"
#include "provider/profile.h"

namespace hookworks {

/// Reads one profile; used once. The first problem ends it.
class ProfileReader : private MemberTaker
{
public:
    explicit ProfileReader(const QByteArray& text)
        : MemberTaker(text)
    {
    }
    Result<ProviderProfile> read(const JsonValue& root);

private:
    /// `{"value": …, "from": …, "page": …}`
    Take sourced(const QString& key, Take take);
    Take provenance(Provenance& target);

    void readRequest(const JsonValue& value, const JsonPath& path);
    void readAuth(const JsonValue& value, const JsonPath& path);
    void readRetries(const JsonValue& value, const JsonPath& path);
    void readEvent(const JsonValue& value, const JsonPath& path);
    PayloadField readPayloadField(const JsonValue& value, const JsonPath& path);
    void readStep(const JsonValue& value, const JsonPath& path);
    void readDocument(const JsonValue& value, const JsonPath& path);
    DocumentField readField(const JsonValue& value, const JsonPath& path);
    QList<DocumentField> readFields(const JsonValue& value, const JsonPath& path);
    void readTemplate(const JsonValue& value, const JsonPath& path);
    void readComponent(const JsonValue& value, const JsonPath& path);
    void readTask(const JsonValue& value, const JsonPath& path);
    void readFrequency(const JsonValue& value, const JsonPath& path);
    void readHooks(const JsonValue& value, const JsonPath& path);

    ProviderProfile m_profile;
};

} // namespace hookworks
