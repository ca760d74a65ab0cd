// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spellbook.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QStandardPaths>
#include <QThreadPool>

#include <hunspell.hxx>
#include <unicode/unistr.h>

#include <mutex>

namespace delpek::ui
{

namespace
{

constexpr int mostSuggestions = 6;

QStringList namesOf(domain::Language language)
{
    return language == domain::Language::Hebrew
               ? QStringList{QStringLiteral("he_IL"), QStringLiteral("he")}
               : QStringList{QStringLiteral("en_US"), QStringLiteral("en_GB"), QStringLiteral("en")};
}

/// The first dictionary of the language, without its ending; empty for none.
QString findDictionary(const QStringList& folders, domain::Language language)
{
    for (const QString& folder : folders) {
        for (const QString& name : namesOf(language)) {
            const QString path = QDir(folder).filePath(name);
            if (QFile::exists(path + QStringLiteral(".aff")) && QFile::exists(path + QStringLiteral(".dic"))) {
                return path;
            }
        }
    }
    return {};
}

} // namespace

QStringList dictionaryFolders()
{
    QStringList folders{QCoreApplication::applicationDirPath() + QStringLiteral("/dictionaries")};
    folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QStringLiteral("hunspell"),
                                         QStandardPaths::LocateDirectory);
    folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QStringLiteral("myspell/dicts"),
                                         QStandardPaths::LocateDirectory);
#ifdef Q_OS_MACOS
    folders << QDir::homePath() + QStringLiteral("/Library/Spelling") << QStringLiteral("/Library/Spelling");
#endif
    return folders;
}

/// One of Hunspell's, in the letters of its own file. It is no library for several threads at once.
class SpellBook::Dictionary
{
public:
    explicit Dictionary(const QString& path)
    {
        const std::lock_guard lock(makingOne);
        m_hunspell = std::make_unique<Hunspell>(QFile::encodeName(path + QStringLiteral(".aff")).constData(),
                                                QFile::encodeName(path + QStringLiteral(".dic")).constData());
        m_letters = m_hunspell->get_dict_encoding();
    }
    ~Dictionary()
    {
        const std::lock_guard lock(makingOne);
        m_hunspell.reset();
    }
    Q_DISABLE_COPY_MOVE(Dictionary)

    bool knows(const QString& word)
    {
        // While it looks for other words, nothing waits for it: the next look tells.
        const std::unique_lock lock(m_mutex, std::try_to_lock);
        return !lock.owns_lock() || m_hunspell->spell(written(word));
    }
    QStringList suggest(const QString& word)
    {
        const std::string wrong = written(word);
        std::vector<std::string> found;
        {
            const std::lock_guard lock(m_mutex);
            found = m_hunspell->suggest(wrong);
        }
        QStringList words;
        for (const std::string& one : found) {
            if (words.size() == mostSuggestions) {
                break;
            }
            const icu::UnicodeString text(one.data(), int32_t(one.size()), m_letters.c_str());
            words << QString(reinterpret_cast<const QChar*>(text.getBuffer()), text.length());
        }
        return words;
    }

private:
    std::string written(const QString& word) const
    {
        const QString plain = QString(word).replace(QChar(0x2019), u'\'');
        const icu::UnicodeString text(reinterpret_cast<const char16_t*>(plain.utf16()), int32_t(plain.size()));
        std::string bytes(size_t(plain.size()) * 4 + 1, '\0');
        const int32_t length = text.extract(0, text.length(), bytes.data(), uint32_t(bytes.size()), m_letters.c_str());
        bytes.resize(size_t(std::max<int32_t>(0, length)));
        return bytes;
    }

    /// All of Hunspell's share a table that the first one makes and the last one frees, without a lock of its own.
    inline static std::mutex makingOne;

    std::mutex m_mutex;
    std::unique_ptr<Hunspell> m_hunspell;
    std::string m_letters;
};

SpellBook::SpellBook(QStringList folders, QObject* parent)
    : QObject(parent)
    , m_folders(std::move(folders))
{
}

SpellBook::~SpellBook() = default;

void SpellBook::setOn(bool on)
{
    if (on == m_on) {
        return;
    }
    m_on = on;
    if (m_on && !m_isRead) {
        m_isRead = true;
        if (m_folders.isEmpty()) {
            m_folders = dictionaryFolders();
        }
        load(domain::Language::Hebrew);
        load(domain::Language::English);
    }
    Q_EMIT changed();
}

void SpellBook::load(domain::Language language)
{
    const QString path = findDictionary(m_folders, language);
    if (path.isEmpty()) {
        return;
    }
    QThreadPool::globalInstance()->start([guard = QPointer(this), path, language] {
        auto book = std::make_shared<Dictionary>(path);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, language, book] {
                if (guard) {
                    guard->m_books[language] = book;
                    Q_EMIT guard->changed();
                }
            },
            Qt::QueuedConnection);
    });
}

bool SpellBook::isRight(const QString& word, domain::Language language) const
{
    const auto book = m_books.find(language);
    return !m_on || book == m_books.end() || m_accepted.contains(word) || book->second->knows(word);
}

void SpellBook::accept(const QString& word)
{
    if (!word.isEmpty() && !m_accepted.contains(word)) {
        m_accepted.insert(word);
        Q_EMIT changed();
    }
}

void SpellBook::suggest(const QString& word, domain::Language language, QObject* guard,
                        std::function<void(const QStringList&)> tell)
{
    const auto book = m_books.find(language);
    if (book == m_books.end()) {
        tell({});
        return;
    }
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), book = book->second, word, guard = QPointer(guard), tell = std::move(tell)] {
            const QStringList found = book->suggest(word);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, guard, tell, found] {
                    if (guard) {
                        tell(found);
                    }
                    // Meanwhile it knew no wrong word.
                    if (self) {
                        Q_EMIT self->changed();
                    }
                },
                Qt::QueuedConnection);
        });
}

} // namespace delpek::ui
