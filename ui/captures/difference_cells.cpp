// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/difference_cells.h"

#include "workbench/inspect/differ.h"

namespace hookworks {

namespace {

constexpr int mostWords = 5'000;
constexpr qsizetype mostWanted = 60;

} // namespace

DifferenceCells::DifferenceCells(Differ& differ, QObject* parent)
    : QObject(parent)
    , m_differ(differ)
    , m_words(mostWords)
{
}

QString DifferenceCells::words(CaptureId id)
{
    if (const QString* words = m_words.object(id.number))
        return *words;
    if (!m_wanted.contains(id))
        m_wanted << id;
    if (m_wanted.size() > mostWanted)
        m_wanted.removeFirst(); // it was scrolled past
    askNext();
    return {};
}

void DifferenceCells::askNext()
{
    if (m_isAsking || m_wanted.isEmpty())
        return;
    m_isAsking = true;
    const CaptureId id = m_wanted.takeLast();
    m_differ.differencesToSimilar(id).then(this, [this, id](const Result<std::optional<int>>& count) {
        m_isAsking = false;
        const std::optional<int> found = count.value_or(std::nullopt);
        m_words.insert(id.number, new QString(found ? QString::number(*found) : QString()));
        emit known(id);
        askNext();
    });
}

} // namespace hookworks
