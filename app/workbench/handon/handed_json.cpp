// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/handon/handed_json.h"

#include "workbench/inspect/hand_on_text.h"

namespace hookworks {

namespace {

constexpr qsizetype mostValues = 2'000'000;

/// As many as there are commas and opening brackets outside of strings, and one.
qsizetype valuesIn(QByteArrayView text)
{
    qsizetype count = 1;
    bool inString = false;
    for (qsizetype at = 0; at < text.size() && count <= mostValues; ++at) {
        const char c = text[at];
        if (inString && c == '\\')
            ++at;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == ',' || c == '[' || c == '{'))
            ++count;
    }
    return count;
}

} // namespace

Result<JsonValue> parseHandedJson(const QByteArray& text)
{
    if (valuesIn(text) > mostValues)
        return fail(ErrorCode::BadInput,
                    HandOnText::tr("The file has more than %1 JSON values.").arg(mostValues));
    return parseJson(text);
}

} // namespace hookworks
