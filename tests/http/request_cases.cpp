// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "request_cases.h"

#include <QFile>
#include <QString>

namespace hookworks {

namespace {

QByteArray unescaped(const QByteArray& text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            bytes += text[i];
            continue;
        }
        switch (text[++i]) {
        case 'r':
            bytes += '\r';
            break;
        case 'n':
            bytes += '\n';
            break;
        case 't':
            bytes += '\t';
            break;
        case 'x':
            bytes += QByteArray::fromHex(text.sliced(i + 1, 2));
            i += 2;
            break;
        default:
            bytes += text[i];
        }
    }
    return bytes;
}

} // namespace

QList<RequestCase> requestCases()
{
    QList<RequestCase> cases;
    QFile file(QStringLiteral(HOOKWORKS_SOURCE_DIR "/tests/http/cases/requests.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    while (!file.atEnd()) {
        QByteArray line = file.readLine();
        line.chop(1);
        const QList<QByteArray> parts = line.split('\t');
        if (!line.startsWith('#') && parts.size() == 3)
            cases.append({parts[0], parts[1], unescaped(parts[2])});
    }
    return cases;
}

} // namespace hookworks
