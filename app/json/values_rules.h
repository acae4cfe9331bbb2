// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"
#include "json/value.h"

namespace hookworks {

class ObjectReader;

/// The words of cli.md, `{"rules": […]}`. What is at its default is left out. A body that is no UTF-8 is
/// written as `bodyBase64`, such a header's value as `{"base64": "…"}`.
JsonValue rulesJson(const QList<ReplyRule>& rules);
/// Strict: a member that is unknown or there twice, a wrong type or a value out of range is BadInput, in one
/// sentence that names line, column and JSON path. Reads back what rulesJson() writes of sound rules.
Result<QList<ReplyRule>> rulesFromJson(QByteArrayView text);

/// The array alone, and reading it as the member `key` of an object that is being read.
JsonValue ruleListJson(const QList<ReplyRule>& rules);
QList<ReplyRule> takeRules(ObjectReader& object, QStringView key);

} // namespace hookworks
