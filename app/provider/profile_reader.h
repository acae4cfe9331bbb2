// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"
#include "provider/profile.h"

#include <functional>

namespace hookworks {

/// Reads one profile; used once. The first problem ends it.
class ProfileReader
{
public:
    explicit ProfileReader(const QByteArray& text)
        : m_text(text)
    {
    }
    Result<ProviderProfile> read(const JsonValue& root);

private:
    using Take = std::function<void(const JsonValue& value, const JsonPath& path)>;
    using Takers = QHash<QString, Take>;

    void object(const JsonValue& value, const JsonPath& path, const Takers& takers);
    void array(const JsonValue& value, const JsonPath& path, const Take& take);
    /// `{"value": …, "from": …, "page": …}`
    Take sourced(const QString& key, Take take);
    Take text(QString& target);
    Take words(QStringList& target);
    Take flag(bool& target);
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
    /// An object whose members' values go to `take`, one after the other.
    Take each(std::function<void(const QString& key, const JsonValue& value, const JsonPath& path)> take);
    void readComponent(const JsonValue& value, const JsonPath& path);
    void readTask(const JsonValue& value, const JsonPath& path);
    void readFrequency(const JsonValue& value, const JsonPath& path);
    void readHooks(const JsonValue& value, const JsonPath& path);
    double number(const JsonValue& value, const JsonPath& path);
    void refuse(const JsonValue& value, const JsonPath& path, const QString& words);

    QByteArray m_text;
    ProviderProfile m_profile;
    std::optional<Error> m_error;
};

} // namespace hookworks
