"""Translations as they should be, by language, each with its spoiled forms and the rule that must catch each."""

DAILY = "Take [[45 mg]] once a day with food."
SWAP = "Take [[500 mg]] in the morning and [[250 mg]] at night."
NOT = "Do not take more than [[2000 mg]] in 1 day."
COUNT = "About 30 out of 100 people had 1,200 steps."
PLACE = "You have {n} pages, {name}."
LINK = "Read [this page](https://medlineplus.gov/bone.html) or call 1-800-222-1222."
WARFARIN = "Do not stop warfarin before you ask."
WAIT = "Wait 30 minutes before you eat."
WEEK = "Take it once each week after dinner."
ASK = "Do you take calcium?"

CASES = {
    "es_US": [
        (DAILY, "Tome [[45 mg]] una vez al día con comida.", [
            ("Tome [[45 mcg]] una vez al día con comida.", "dose"),
            ("Tome [[4.5 mg]] una vez al día con comida.", "dose"),
            ("Tome [[450 mg]] una vez al día con comida.", "dose"),
            ("Tome una vez al día con comida.", "dose"),
            ("Tome 45 mg una vez al día con comida.", "bare-dose"),
            ("Tome [[45 mg]] una vez a la semana con comida.", "sense-day"),
            ("Tome [[45 mg]] una vez al día con comida ", "space"),
            ("Tome  [[45 mg]] una vez al día con comida.", "space"),
            ("Tome [[45 mg]] una vez al día con con comida.", "doubled"),
            ("tome [[45 mg]] una vez al día con comida.", "capital"),
            ("Tome [[45 mg]] una vez al d\u0456a con comida.", "script"),
            ("Tome [[45 mg]] una vez al di\u0301a con comida.", "composed"),
            ("Tome [[45 mg]] una vez al\u200b día con comida.", "unseen"),
            ("Tome \u202e[[45 mg]]\u202c una vez al día con comida.", "direction"),
            ("Tome <b>[[45 mg]]</b> una vez al día con comida.", "tag"),
            ("Tome **[[45 mg]]** una vez al día con comida.", "tag"),
            ("Tome [[45 mg]] una vez al día con comida. %n", "percent"),
            ("Tome [[45 mg] una vez al día con comida.", "dose"),
            ("Tome [[45 mg]] una vez al día con comida. www.example.com", "link"),
            ("Tome [[45 mg]] al día", "end"),
            ("Tome [[45 mg]] una vez al día con comida.\nGracias.", "line"),
            ("Tome 45\u202fmiligramos una vez al día con comida.", "bare-dose"),
            ("Tome 45 μg una vez al día con comida.", "unsafe"),
            ("Tome [[45 mg]] o [[45 mg]] una vez al día con comida.", "dose"),
        ]),
        (SWAP, "Tome [[500 mg]] por la mañana y [[250 mg]] por la noche.", [
            ("Tome [[250 mg]] por la mañana y [[500 mg]] por la noche.", "dose-order"),
            ("Tome [[500 mg]] por la mañana y [[500 mg]] por la noche.", "dose"),
            ("Tome [[500 mg]] y luego [[250 mg]] por la noche.", "sense-morning"),
        ]),
        (NOT, "No tome más de [[2000 mg]] en 1 día.", [
            ("Tome más de [[2000 mg]] en 1 día.", "sense-negation"),
            ("No tome más de [[2,000 mg]] en 1 día.", "dose"),
            ("No tome más de [[2000 mg]] en 1.0 día.", "unsafe"),
            ("No tome más de [[2000 mg]] en .5 día.", "unsafe"),
            ("No tome más de [[2000 mg]] (80 UI) en 1 día.", "bare-dose"),
            ("No tome más de [[2000 mg]] en 2 días.", "number"),
        ]),
        (COUNT, "Unas 30 de cada 100 personas dieron 1,200 pasos.", [
            ("Unas 30 de cada 100 personas dieron 1.200 pasos.", "number"),
            ("Unas 30 de cada 1,000 personas dieron 1,200 pasos.", "number"),
            ("Unas 100 de cada 30 personas dieron 1,200 pasos.", "number-order"),
            ("Unas treinta de cada 100 personas dieron 1,200 pasos.", "number"),
        ]),
        (PLACE, "Tiene {n} páginas, {name}.", [
            ("Tiene {n} páginas.", "place"),
            ("Tiene {N} páginas, {name}.", "place"),
            ("Tiene {n} páginas, {name.__class__}.", "place"),
            ("Tiene {n páginas, {name}.", "place"),
        ]),
        (LINK, "Lea [esta página](https://medlineplus.gov/bone.html) o llame al 1-800-222-1222.", [
            ("Lea [esta página](https://medlineplus.example/bone.html) o llame al 1-800-222-1222.", "link"),
            ("Lea [esta página](javascript:alert) o llame al 1-800-222-1222.", "link"),
            ("Lea [esta página](https://medlineplus.gov/bone.html) o llame al 1-800-222-1223.", "number"),
        ]),
        (WARFARIN, "No deje la warfarina antes de preguntar.", [
            ("No deje la heparina antes de preguntar.", "medicine"),
            ("No deje la warfarina después de preguntar.", "sense-before"),
            ("Deje la warfarina antes de preguntar.", "sense-not_stop"),
            ("No deje la warfarina ni la heparina antes de preguntar.", "medicine"),
        ]),
        (ASK, "¿Toma usted calcio?", [("Toma usted calcio.", "end"), ("Do you take calcium?", "english")]),
    ],
    "ar": [
        (DAILY, "تناول [[45 mg]] مرة واحدة في اليوم مع الطعام.", [
            ("تناول [[45 mcg]] مرة واحدة في اليوم مع الطعام.", "dose"),
            ("تناول ٤٥ ملغ مرة واحدة في اليوم مع الطعام.", "bare-dose"),
            ("تناول [[45 mg]] مرة واحدة في الأسبوع مع الطعام.", "sense-day"),
            ("تناول \u202d[[45 mg]]\u202c مرة واحدة في اليوم مع الطعام.", "direction"),
            ("تناول \u2066[[45 mg]]\u2069 مرة واحدة في اليوم مع الطعام.", "direction"),
            ("تناول [[45 mg]] once a day with food.", "english"),
            ("تناول [[54 mg]] مرة واحدة في اليوم مع الطعام.", "dose"),
            ("تناول مرة واحدة في اليوم مع الطعام.", "dose"),
            ("تناول [[45 mg] مرة واحدة في اليوم مع الطعام.", "dose"),
            ("تناول 45 μg مرة واحدة في اليوم مع الطعام.", "unsafe"),
            ("تناول [[45 mg]] مرة واحدة\u200b في اليوم مع الطعام.", "unseen"),
            ("تناول <b>[[45 mg]]</b> مرة واحدة في اليوم مع الطعام.", "tag"),
            ("تناول [[45 mg]] مرة واحدة في اليوم مع الطعام. %s", "percent"),
            (" تناول [[45 mg]] مرة واحدة في اليوم مع الطعام.", "space"),
            ("تناول [[45 mg]] мرة واحدة في اليوم مع الطعام.", "script"),
        ]),
        (SWAP, "تناول [[500 mg]] صباحًا و[[250 mg]] ليلًا.", [
            ("تناول [[250 mg]] صباحًا و[[500 mg]] ليلًا.", "dose-order"),
        ]),
        (NOT, "لا تتناول أكثر من [[2000 mg]] في يوم 1.", [
            ("تناول أكثر من [[2000 mg]] في يوم 1.", "sense-negation"),
            ("لا تتناول أكثر من [[200 mg]] في يوم 1.", "dose"),
        ]),
        (COUNT, "نحو 30 من كل 100 شخص مشوا 1,200 خطوة.", [
            ("نحو ٣٠ من كل ١٠ شخص مشوا ١٬٢٠٠ خطوة.", "number"),
            ("نحو 30 من كل 100 شخص مشوا 1.200 خطوة.", "number"),
        ]),
        (WARFARIN, "لا توقف الوارفارين قبل أن تسأل.", [
            ("لا توقف الهيبارين قبل أن تسأل.", "medicine"),
            ("لا توقف الوارفارين.", "sense-before"),
            ("أوقف الوارفارين قبل أن تسأل.", "sense-not_stop"),
        ]),
        (WAIT, "انتظر 30 دقيقة قبل أن تأكل.", [
            ("انتظر 30 ساعة قبل أن تأكل.", "sense-minute"),
            ("انتظر 30 دقيقة بعد أن تأكل.", "sense-before"),
            ("انتظر 13 دقيقة قبل أن تأكل.", "number"),
        ]),
        (PLACE, "لديك {n} صفحات، {name}.", [
            ("لديك صفحات، {name}.", "place"),
            ("لديك {n} صفحات، {0.__class__}.", "place"),
        ]),
        (WEEK, "تناوله مرة كل أسبوع بعد العشاء.", [
            ("تناوله مرة كل يوم بعد العشاء.", "sense-week"),
            ("تناوله مرة كل أسبوع قبل العشاء.", "sense-after"),
        ]),
        (ASK, "هل تتناول الكالسيوم؟", [("تتناول الكالسيوم.", "end")]),
    ],
    "zh_Hans": [
        (DAILY, "每天一次，随餐服用 [[45 mg]]。", [
            ("每天一次，随餐服用 [[45 mcg]]。", "dose"),
            ("每天一次，随餐服用 45 毫克。", "bare-dose"),
            ("每周一次，随餐服用 [[45 mg]]。", "sense-day"),
            ("每天一次，随餐服用 [[45 mg]]？", "end"),
            ("每天一次，随餐服用。", "dose"),
            ("每天一次，随餐服用 ４５ mg。", "bare-dose"),
            ("每天一次，随餐服用 [[45 mg]]。\u200b", "unseen"),
            ("每天一次，\u202e随餐\u202c服用 [[45 mg]]。", "direction"),
            ("每天一次，once a day with food [[45 mg]]。", "english"),
            ("每天一次，**随餐**服用 [[45 mg]]。", "tag"),
        ]),
        (SWAP, "早上服用 [[500 mg]]，晚上服用 [[250 mg]]。", [
            ("早上服用 [[250 mg]]，晚上服用 [[500 mg]]。", "dose-order"),
        ]),
        (NOT, "1 天内不要服用超过 [[2000 mg]]。", [
            ("1 天内服用超过 [[2000 mg]]。", "sense-negation"),
            ("1 天内不要服用超过 [[2000 g]]。", "dose"),
        ]),
        (COUNT, "每 100 人中约有 30 人走了 1,200 步。", [
            ("每 100 人中约有 3 人走了 1,200 步。", "number"),
            ("每 100 人中约有 30 人走了 1，200 步。", "number"),
        ]),
        (PLACE, "{name}，您有 {n} 页。", [("{name}，您有 页。", "place"), ("{name!r}，您有 {n} 页。", "place")]),
        (WAIT, "饭前等 30 分钟。", [
            ("饭后等 30 分钟。", "sense-before"),
            ("饭前等 30 小时。", "sense-minute"),
            ("饭前等 3 分钟。", "number"),
        ]),
        (WARFARIN, "问过之前，不要停用华法林。", [
            ("问过之前，停用华法林。", "sense-not_stop"),
            ("问过之前，不要停用肝素。", "medicine"),
            ("问过之前，不要停用华法林和肝素。", "medicine"),
        ]),
        (LINK, "请看[这一页](https://medlineplus.gov/bone.html)，或致电 1-800-222-1222。", [
            ("请看[这一页](https://medlineplus.cn/bone.html)，或致电 1-800-222-1222。", "link"),
            ("请看[这一页](https://medlineplus.gov/bone.html)，或致电 1-800-222-1232。", "number"),
        ]),
        (ASK, "您服用钙吗？", [("您服用钙。", "end")]),
        (WEEK, "每周一次，晚饭后服用。", [("每天一次，晚饭后服用。", "sense-week"),
            ("每周一次，晚饭前服用。", "sense-after")]),
    ],
    "vi": [
        (DAILY, "Uống [[45 mg]] mỗi ngày một lần cùng thức ăn.", [
            ("Uống [[45 g]] mỗi ngày một lần cùng thức ăn.", "dose"),
            ("Uống 45 miligam mỗi ngày một lần cùng thức ăn.", "bare-dose"),
            ("Uống [[45 mg]] mỗi tuần một lần cùng thức ăn.", "sense-day"),
            ("Uo\u0302\u0301ng [[45 mg]] mỗi ngày một lần cùng thức ăn.", "composed"),
            ("Uống [[45 mg]], [[45 mg]] mỗi ngày một lần cùng thức ăn.", "dose"),
            ("Uống 45 mg mỗi ngày một lần cùng thức ăn.", "bare-dose"),
            ("Uống [[45 mg]] mỗi ngày một lần cùng thức аn.", "script"),
            ("uống [[45 mg]] mỗi ngày một lần cùng thức ăn.", "capital"),
        ]),
        (SWAP, "Uống [[500 mg]] vào buổi sáng và [[250 mg]] vào buổi tối.", [
            ("Uống [[250 mg]] vào buổi sáng và [[500 mg]] vào buổi tối.", "dose-order"),
        ]),
        (NOT, "Không uống quá [[2000 mg]] trong 1 ngày.", [
            ("Uống quá [[2000 mg]] trong 1 ngày.", "sense-negation"),
        ]),
        (COUNT, "Khoảng 30 trong 100 người đi được 1\u202f200 bước.", [
            ("Khoảng 30 trong 100 người đi được 1.200 bước.", "number"),
            ("Khoảng 30 trong 100 người đi được 1,200 bước.", "number"),
        ]),
        (WAIT, "Chờ 30 phút trước khi ăn.", [
            ("Chờ 30 phút sau khi ăn.", "sense-before"),
            ("Chờ 30 giờ trước khi ăn.", "sense-minute"),
        ]),
        (PLACE, "Quý vị có {n} trang, {name}.", [("Quý vị có {n} trang.", "place")]),
        (WEEK, "Uống mỗi tuần một lần sau bữa tối.", [
            ("Uống mỗi ngày một lần sau bữa tối.", "sense-week"),
            ("Uống mỗi tuần một lần trước bữa tối.", "sense-after"),
        ]),
        (WARFARIN, "Đừng ngừng warfarin trước khi hỏi.", [
            ("Ngừng warfarin trước khi hỏi.", "sense-not_stop"),
            ("Đừng ngừng heparin trước khi hỏi.", "medicine"),
        ]),
        (ASK, "Quý vị có uống canxi không?", [("Quý vị uống canxi.", "end")]),
    ],
    "fr": [
        (WARFARIN, "N’arrêtez pas la warfarine avant de demander.", [
            ("Arrêtez la warfarine avant de demander.", "sense-not_stop"),
            ("N’arrêtez pas la warfarine après avoir demandé.", "sense-before"),
        ]),
        (COUNT, "Environ 30 personnes sur 100 ont fait 1\u202f200 pas.", [
            ("Environ 30 personnes sur 100 ont fait 1.200 pas.", "number"),
        ]),
    ],
    "ru": [
        (WARFARIN, "Не прекращайте приём варфарина, прежде чем спросите.", [
            ("Прекращайте приём варфарина, прежде чем спросите.", "sense-not_stop"),
        ]),
        (DAILY, "Принимайте [[45 mg]] один раз в день с едой.", [
            ("Принимайте [[45 mg]] один раз в неделю с едой.", "sense-day"),
            ("Принимайте 45 мкг один раз в день с едой.", "bare-dose"),
            ("Принимайтe [[45 mg]] один раз в день с едой.", "script"),
        ]),
    ],
    "ht": [
        (WARFARIN, "Pa sispann warfarin anvan ou mande.", [("Sispann warfarin anvan ou mande.", "sense-not_stop")]),
        (WEEK, "Pran li yon fwa chak semèn apre soupe.", [("Pran li yon fwa chak jou apre soupe.", "sense-week")]),
    ],
    "fil": [
        (WARFARIN, "Huwag itigil ang warfarin bago magtanong.", [
            ("Itigil ang warfarin bago magtanong.", "sense-not_stop"),
            ("Huwag itigil ang warfarin pagkatapos magtanong.", "sense-before"),
        ]),
    ],
    "ko": [
        (WARFARIN, "묻기 전에 와파린을 끊지 마십시오.", [("묻기 전에 와파린을 끊으십시오.", "sense-not_stop")]),
        (DAILY, "하루 한 번 음식과 함께 [[45 mg]]을 드십시오.", [
            ("하루 한 번 음식과 함께 45 밀리그램을 드십시오.", "bare-dose"),
            ("한 번 음식과 함께 [[45 mg]]을 드십시오.", "sense-day"),
        ]),
    ],
}  # fmt: skip
